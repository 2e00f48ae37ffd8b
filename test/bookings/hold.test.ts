import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type NewHold, takeHold } from '../../src/bookings/hold-queries.ts';
import { call, hold } from '../support/attendee.ts';
import { holdRow } from '../support/hold-row.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
});

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';
const quarterPast = '2026-11-24T10:15:00+01:00';

test('a held slot is taken for everybody else, and free again when its ten minutes are over', async () => {
  const first = await hold(service, made, ten);

  const second = await hold(service, made, ten);
  service.clock.advance(10 * 60_000);
  const third = await hold(service, made, ten);

  expect(first).toMatchObject({ status: 201, body: { expiresAt: '2026-11-23T08:10:00.000Z' } });
  expect(second).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
  expect(third.status).toBe(201);
});

test('a hold that overlaps by a quarter of an hour is refused', async () => {
  await hold(service, made, ten);

  const overlapping = await hold(service, made, quarterPast);

  expect(overlapping).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('choosing another slot swaps the hold, also for one that overlaps the old', async () => {
  const first = await hold(service, made, ten);

  const swapped = await hold(service, made, quarterPast, { replaces: first.body.token });
  const old = await hold(service, made, '2026-11-24T09:30:00+01:00');

  expect(swapped.status).toBe(201);
  expect(old.status).toBe(201);
});

test('a swap that fails keeps the old hold', async () => {
  const mine = await hold(service, made, ten);
  const theirs = await hold(service, made, '2026-11-24T14:00:00+01:00');

  const swap = await hold(service, made, '2026-11-24T14:00:00+01:00', {
    replaces: mine.body.token,
  });
  const mineStill = await hold(service, made, ten);

  expect(theirs.status).toBe(201);
  expect(swap).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
  expect(mineStill).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('a swap that loses in the database itself keeps the old hold too', async () => {
  const take = (row: NewHold) => takeHold(service.parts.database, row, service.clock());
  const mine = holdRow(made, { hour: 10 });
  await take(mine);
  await take(holdRow(made, { hour: 14 }));

  const swap = await take(holdRow(made, { hour: 14, replaces: mine.id }));
  const mineAgain = await take(holdRow(made, { hour: 10 }));

  expect([swap, mineAgain]).toEqual(['slot_taken', 'slot_taken']);
});

test('one’s own hold is offered among the free slots, and to nobody else', async () => {
  const { body } = await hold(service, made, ten);

  const mine = await slotStarts(`&hold=${body.token}`);
  const others = await slotStarts('');

  expect(mine).toContain(ten);
  expect(others).not.toContain(ten);
});

test('a released hold is free at once; releasing it twice is no error', async () => {
  const { body } = await hold(service, made, ten);

  const released = await call(service, 'DELETE', `/api/holds/${body.token}`);
  const again = await call(service, 'DELETE', `/api/holds/${body.token}`);
  const next = await hold(service, made, ten);

  expect([released.status, again.status, next.status]).toEqual([204, 204, 201]);
});

test.each([
  ['outside of the hours', '2026-11-24T08:00:00+01:00'],
  ['on a day that is closed', '2026-11-28T10:00:00+01:00'],
  ['off the grid', '2026-11-24T10:05:00+01:00'],
  ['inside minimum notice', '2026-11-23T09:30:00+01:00'],
  ['beyond the horizon', '2027-02-01T10:00:00+01:00'],
])('a slot %s is not offered', async (_, start) => {
  const answer = await hold(service, made, start);

  expect(answer).toMatchObject({ status: 409, body: { code: 'slot_not_offered' } });
});

test('every fault of a hold is named at once', async () => {
  const answer = await call(service, 'POST', '/api/holds', {
    organiser: '',
    start: 'noon',
    colour: 'red',
  });

  expect(answer.status).toBe(400);
  expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
  expect(answer.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'colour',
    'eventType',
    'organiser',
    'start',
  ]);
});

test('a client keeps at most three slots at a time; a swap does not count', async () => {
  const take = (hour: number, more = {}) =>
    takeHold(
      service.parts.database,
      holdRow(made, { hour, client: 'client', ...more }),
      service.clock(),
    );
  const first = holdRow(made, { hour: 9, client: 'client' });
  await takeHold(service.parts.database, first, service.clock());
  await take(10);
  await take(11);

  const fourth = await take(12);
  const swapped = await take(13, { replaces: first.id });

  expect([fourth, swapped]).toEqual(['too_many_holds', 'held']);
});

test('the daily cap counts holds, and a cancelled one no more', async () => {
  const capped = { ...made, eventType: { ...made.eventType, dailyCap: 1 } };
  const row = (hour: number) => holdRow(capped, { hour });
  const first = row(9);
  const outcomes = [
    await takeHold(service.parts.database, first, service.clock()),
    await takeHold(service.parts.database, row(11), service.clock()),
  ];

  await call(service, 'DELETE', `/api/holds/${service.parts.tokens.create('hold', first.id)}`);
  outcomes.push(await takeHold(service.parts.database, row(11), service.clock()));

  expect(outcomes).toEqual(['held', 'day_full', 'held']);
});

test('when Google says no, nothing is held and the answer is 503', async () => {
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'backendError',
    account: made.email,
    times: 'until_cleared',
  });

  const answer = await hold(service, made, ten);
  service.google.faults.clear();

  expect(answer).toMatchObject({ status: 503, body: { code: 'calendar_unavailable' } });
});

async function slotStarts(more: string): Promise<string[]> {
  const { organiser, eventType } = made;
  const path = `/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots`;
  const query = `?from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin${more}`;
  const { body } = await call(service, 'GET', path + query);
  return body.slots.map(({ start }: { start: string }) => start);
}
