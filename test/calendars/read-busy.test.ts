import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { packedInstants } from '../../src/availability/intervals.ts';
import { readBusy } from '../../src/calendars/read-busy.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { sql } from '../../src/database/sql.ts';
import {
  refusal,
  startScriptedGoogle,
  type Answer,
  type ScriptedGoogle,
} from '../google/scripted-google.ts';
import { openRoom, primary, type CalendarRoom } from './calendar-room.ts';

const freeBusy = '/calendar/v3/freeBusy';
const window = { from: new Date('2026-03-02T12:00:00Z'), to: new Date('2026-04-02T12:00:00Z') };

let scripted: ScriptedGoogle;
let room: CalendarRoom;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
  room = await openRoom(scripted.google);
  scripted.answer(freeBusy, busyOn('2026-03-03T09:00:00Z', '2026-03-03T10:00:00Z'));
});
afterEach(async () => {
  await room.close();
  await scripted.close();
});

function busyOn(start: string, end: string): Answer {
  return { status: 200, body: { calendars: { [primary]: { busy: [{ start, end }] } } } };
}

const read = () => readBusy(room.parts, room.organiserId, window);
const countAsked = () => scripted.requests.filter((request) => request.endsWith(freeBusy)).length;

test('an empty mirror is filled first', async () => {
  const known = await read();

  expect(known).toEqual({
    busy: packedInstants([
      { start: new Date('2026-03-03T09:00:00Z'), end: new Date('2026-03-03T10:00:00Z') },
    ]),
    checkedAt: new Date('2026-03-02T12:00:00Z'),
    goodUntil: new Date('2026-03-02T12:15:00Z'),
  });
});

test('a mirror younger than 15 minutes answers without Google', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.set('2026-03-02T12:14:59Z');

  await read();

  expect(countAsked()).toBe(1);
});

test('a mirror of 15 minutes is refreshed first', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.set('2026-03-02T12:15:00Z');

  const known = await read();

  expect(known.checkedAt).toEqual(new Date('2026-03-02T12:15:00Z'));
});

test('the mirror reaches from yesterday to two days behind the farthest horizon', async () => {
  await read();

  const { timeMin, timeMax } = JSON.parse(scripted.bodies.at(-1)!) as Record<string, string>;
  expect([timeMin, timeMax]).toEqual(['2026-03-01T12:00:00.000Z', '2026-05-03T12:00:00.000Z']);
});

test.each<[string, Answer]>([
  ['refuses', refusal(403, 'rateLimitExceeded')],
  ['breaks', refusal(503, 'backendError')],
  ['talks nonsense', { status: 200, body: '<html>' }],
  ['breaks the connection', 'reset'],
  [
    'cannot read the calendar',
    {
      status: 200,
      body: { calendars: { [primary]: { errors: [{ reason: 'notFound' }], busy: [] } } },
    },
  ],
])('too old a mirror is no answer when Google %s', async (_what, answer) => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.set('2026-03-02T12:15:00Z');
  scripted.answer(freeBusy, answer);

  const known = read();

  await expect(known).rejects.toMatchObject({
    code: 'calendar_unavailable',
    retryAfterSeconds: 30,
  });
});

test('a page waits 3 seconds for Google and no longer', async () => {
  scripted.answer(freeBusy, 'hang');
  const startedAt = performance.now();

  await expect(read()).rejects.toMatchObject({ code: 'calendar_unavailable' });

  expect(performance.now() - startedAt).toBeLessThan(3500);
});

test('a young mirror still answers after a refresh that failed', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  scripted.answer(freeBusy, refusal(503, 'backendError'));
  await refreshBusy(room.parts, { organiserId: room.organiserId });

  const known = await read();

  expect(known.busy).toHaveLength(2);
});

test('a calendar that Google could not read is offered again once it can', async () => {
  scripted.answer(freeBusy, { status: 200, body: { calendars: {} } });
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  scripted.answer(freeBusy, busyOn('2026-03-03T09:00:00Z', '2026-03-03T10:00:00Z'));
  room.clock.advance(2000);

  const known = await read();

  expect(known.busy).toHaveLength(2);
});

test('readers who find the mirror too old share one refresh', async () => {
  await Promise.all([read(), read(), read(), read()]);

  expect(countAsked()).toBe(1);
});

test('readers of two processes share one refresh', async () => {
  const other = { ...room.parts, database: { ...room.parts.database } };

  await Promise.all([read(), readBusy(other, room.organiserId, window)]);

  expect(countAsked()).toBe(1);
});

test('an answer that was asked for earlier does not replace a later one', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.set('2026-03-02T11:59:00Z');
  scripted.answer(freeBusy, { status: 200, body: { calendars: { [primary]: { busy: [] } } } });

  await refreshBusy(room.parts, { organiserId: room.organiserId });

  room.clock.set('2026-03-02T12:00:00Z');
  expect((await read()).busy).toHaveLength(2);
});

test('a refresh changes the version that slots are known by', async () => {
  const version = sql`select slots_version as version from organisers`;
  const [before] = await room.parts.database.query(version);

  await refreshBusy(room.parts, { organiserId: room.organiserId });

  const [after] = await room.parts.database.query(version);
  expect(after).not.toEqual(before);
});

test('a revoked account goes offline without asking again, and its organiser is told once', async () => {
  scripted.answer('/token', { status: 400, body: { error: 'invalid_grant' } });

  for (const _ of [1, 2, 3]) {
    await expect(read()).rejects.toMatchObject({ code: 'calendar_unavailable' });
  }

  expect(scripted.requests).toEqual(['POST /token']);
  expect(await room.listJobs()).toEqual([`tell-health {"organiserId": "${room.organiserId}"}`]);
});
