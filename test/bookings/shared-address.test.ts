// Many people may come by one address of the network: a waiting room, an office, a telephone company.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EventType } from '../../src/event-types/event-type.ts';
import { type Answer, book, call } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ config: { rateLimitPerMinute: 1000 } });
});

afterAll(() => service.close());

test('an eleventh person from the same network may ask when the others have proven their addresses', async () => {
  const made = await makeWith('email');
  const first = await bookMany(made, 10);

  const refused = await book(service, made, '2026-11-25T14:00:00+01:00');
  await prove(first[0]!);
  const taken = await book(service, made, '2026-11-25T14:00:00+01:00');

  expect(first.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
  expect([refused.status, taken.status]).toEqual([429, 201]);
});

test('where no proof is asked, ten bookings an hour are what one client gets', async () => {
  const fresh = await startTestService({ config: { rateLimitPerMinute: 1000 } });
  const made = await makeOrganiser(fresh, { eventType: { confirmation: 'instant' } });

  const answers = await bookMany(made, 11, fresh);
  await fresh.close();

  expect(answers.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 10 }, () => 201),
    429,
  ]);
});

function makeWith(confirmation: EventType['confirmation']): Promise<MadeOrganiser> {
  return makeOrganiser(service, { eventType: { confirmation } });
}

async function bookMany(made: MadeOrganiser, count: number, at = service): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let index = 0; index < count; index += 1) {
    const hour = String(9 + (index % 6)).padStart(2, '0');
    answers.push(await book(at, made, `2026-11-2${index < 6 ? 4 : 6}T${hour}:00:00+01:00`));
  }
  return answers;
}

function prove({ body }: Answer): Promise<Answer> {
  const token = service.parts.tokens.create('confirm', body.id);
  return call(service, 'POST', '/api/bookings/confirm', { token });
}
