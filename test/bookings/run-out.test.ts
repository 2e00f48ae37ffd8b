// What has run out by the clock has run out for everybody, before any job has written it down.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { listHistory } from '../../src/bookings/booking-queries.ts';
import { sql } from '../../src/database/sql.ts';
import type { EventType } from '../../src/event-types/event-type.ts';
import { type Answer, attendee, call, hold } from '../support/attendee.ts';
import { makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';

test('the link of a proven request that nobody answered in time says that it is over', async () => {
  const { token } = await requestOf('approval');
  await confirm(token);
  service.clock.set('2026-11-24T09:00:00Z');

  const late = await confirm(token);

  expect(late).toMatchObject({ status: 410, body: { code: 'request_expired' } });
});

test('the form sent again with its Idempotency-Key finds a request that has run out expired', async () => {
  const { again } = await requestOf('email');
  service.clock.advance(30 * 60_000);

  const answer = await again();

  expect(answer).toMatchObject({ status: 200, body: { state: 'expired' } });
  expect(answer.body.expiresAt).toBeUndefined();
});

test('a confirmation that had to wait until the visit would begin is too late', async () => {
  const { token, organiserId } = await requestOf('email');

  let confirmation: Promise<Answer> | undefined;
  await service.parts.database.transaction(async (transaction) => {
    await transaction.query(sql`select lock_organiser(${organiserId})`);
    confirmation = confirm(token);
    await until(isSomebodyWaiting, 'the confirmation waits for the lock');
    service.clock.set('2026-11-24T09:00:00Z');
  });

  expect(await confirmation).toMatchObject({ status: 410, body: { code: 'request_expired' } });
});

test('the proof stands in the history, also where the organiser has yet to decide', async () => {
  const { id, token } = await requestOf('approval');
  service.clock.advance(60_000);
  await confirm(token);

  const history = await listHistory(service.parts.database, id);

  expect(history.map(({ state, actor, at }) => [state, actor, at.toISOString()])).toEqual([
    ['held', 'attendee', '2026-11-23T08:00:00.000Z'],
    ['requested', 'attendee', '2026-11-23T08:00:00.000Z'],
    ['requested', 'attendee', '2026-11-23T08:01:00.000Z'],
  ]);
});

async function requestOf(confirmation: EventType['confirmation']) {
  const made = await makeOrganiser(service, { eventType: { confirmation } });
  const held = await hold(service, made, ten);
  const form = { hold: held.body.token, attendee: attendee() };
  const key = { 'Idempotency-Key': held.body.token as string };
  const again = () => call(service, 'POST', '/api/bookings', form, key);
  const { body } = await again();
  const mail = await service.inbox.waitFor(({ envelope }) =>
    envelope.to.includes(form.attendee.email),
  );
  const token = /\/confirm\/([\w-]+)/.exec(mail.text)![1]!;
  return { id: body.id as string, token, again, organiserId: made.organiser.id };
}

function confirm(token: string): Promise<Answer> {
  return call(service, 'POST', '/api/bookings/confirm', { token });
}

async function isSomebodyWaiting(): Promise<boolean> {
  const rows = await service.parts.database.query(sql`
    select pid from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`);
  return rows.length > 0;
}
