// Limits hold however many come at once, and whatever organiser they turn to.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readAttendee } from '../../src/bookings/attendee-input.ts';
import { requestBooking } from '../../src/bookings/request-booking.ts';
import { isProblem } from '../../src/problem.ts';
import { attendee, book } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('of eight requests for one address at once, at two organisers, three get through', async () => {
  const organisers = await Promise.all([makeWithProof(), makeWithProof()]);
  const email = 'flood@example.org';

  const answers = await Promise.all(
    [9, 10, 11, 12].flatMap((hour) =>
      organisers.map((made) => book(service, made, startAt(hour), { email })),
    ),
  );

  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

test('a client sends at most ten requests in an hour, and is told when the next may come', async () => {
  const made = await makeWithProof();
  const send = (minutes: number, email: string) =>
    requestBooking(service.parts, {
      slot: {
        organiser: made.organiser.handle,
        eventType: made.eventType.slug,
        startsAt: new Date(Date.parse('2026-11-25T08:00:00Z') + minutes * 60_000),
      },
      attendee: readAttendee({ attendee: attendee({ email }) }, made.eventType),
      client: 'one client',
    });
  for (let index = 0; index < 10; index += 1) {
    await send(index * 30, `person-${index}@example.org`);
    service.clock.advance(60_000);
  }

  const eleventh = await send(330, 'person-10@example.org').catch((error: unknown) => error);
  service.clock.advance(50 * 60_000);
  const later = await send(330, 'person-10@example.org');

  expect(isProblem(eleventh, 'too_many_requests') && eleventh.retryAfterSeconds).toBe(3000);
  expect(later.isNew).toBe(true);
});

function makeWithProof(): Promise<MadeOrganiser> {
  return makeOrganiser(service, { eventType: { confirmation: 'email' } });
}

function startAt(hour: number): string {
  return `2026-11-24T${String(hour).padStart(2, '0')}:00:00+01:00`;
}
