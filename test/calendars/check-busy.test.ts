import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { packedInstants } from '../../src/availability/intervals.ts';
import { checkBusy, type OwnEvent } from '../../src/calendars/check-busy.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import {
  refusal,
  startScriptedGoogle,
  type Answer,
  type ScriptedGoogle,
} from '../google/scripted-google.ts';
import { openRoom, primary, type CalendarRoom } from './calendar-room.ts';

const freeBusy = '/calendar/v3/freeBusy';
const eventsPath = `/calendar/v3/calendars/${encodeURIComponent(primary)}/events`;
const ten = new Date('2026-03-03T10:00:00Z');
const eleven = new Date('2026-03-03T11:00:00Z');
const range = { from: ten, to: eleven };

let scripted: ScriptedGoogle;
let room: CalendarRoom;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
  room = await openRoom(scripted.google);
  scripted.answer(freeBusy, busy(ten, eleven));
});
afterEach(async () => {
  await room.close();
  await scripted.close();
});

function busy(...[start, end]: [Date, Date] | []): Answer {
  const periods = start && end ? [{ start: start.toISOString(), end: end.toISOString() }] : [];
  return { status: 200, body: { calendars: { [primary]: { busy: periods } } } };
}

const check = (asked = range, options: { excluding?: OwnEvent } = {}) =>
  checkBusy(room.parts, room.organiserId, asked, options);
const countAsked = () => scripted.requests.filter((request) => request.endsWith(freeBusy)).length;

test('the live look sees what the mirror does not know yet', async () => {
  scripted.answer(freeBusy, busy());
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  scripted.answer(freeBusy, busy(ten, eleven));

  const checked = await check();

  expect(checked).toEqual({
    busy: packedInstants([{ start: ten, end: eleven }]),
    isLive: true,
    checkedAt: new Date('2026-03-02T12:00:00Z'),
  });
});

test('busy time that the pages do not know of yet has their mirror refreshed', async () => {
  scripted.answer(freeBusy, busy());
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  await check();
  expect(await room.listJobs()).toEqual([]);
  room.clock.advance(2000);
  scripted.answer(freeBusy, busy(ten, eleven));

  await check();

  expect(await room.listJobs()).toEqual([`refresh-busy {"organiserId": "${room.organiserId}"}`]);
});

test('those who look within two seconds share one answer', async () => {
  await Promise.all([check(), check()]);
  room.clock.advance(1999);

  await check();

  expect(countAsked()).toBe(1);
});

test('after two seconds Google is asked anew', async () => {
  await check();
  room.clock.advance(2000);

  await check();

  expect(countAsked()).toBe(2);
});

test('a shared answer that does not reach as far is not shared', async () => {
  await check();

  await check({ from: ten, to: new Date('2026-03-04T00:30:00Z') });

  expect(countAsked()).toBe(2);
});

test('when Google does not answer, a mirror younger than two minutes stands in', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.advance(119_000);
  scripted.answer(freeBusy, 'hang');

  const checked = await check();

  expect(checked).toEqual({
    busy: packedInstants([{ start: ten, end: eleven }]),
    isLive: false,
    checkedAt: new Date('2026-03-02T12:00:00Z'),
  });
});

test('when Google does not answer, a mirror of two minutes does not stand in', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.advance(120_000);
  scripted.answer(freeBusy, 'hang');

  await expect(check()).rejects.toMatchObject({ code: 'calendar_unavailable' });
});

test.each<[string, Answer]>([
  ['an error', refusal(503, 'backendError')],
  ['a refusal', refusal(403, 'rateLimitExceeded')],
  ['nonsense', { status: 200, body: '<html>' }],
  ['nothing of the calendar', { status: 200, body: { calendars: {} } }],
])('an answer of %s is not stood in for', async (_what, answer) => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  scripted.answer(freeBusy, answer);

  await expect(check()).rejects.toMatchObject({ code: 'calendar_unavailable' });
});

test('a look that failed is not shared', async () => {
  scripted.answer(freeBusy, refusal(403, 'quotaExceeded'));
  await expect(check()).rejects.toMatchObject({ code: 'calendar_unavailable' });
  scripted.answer(freeBusy, busy());

  const checked = await check();

  expect(checked.isLive).toBe(true);
});

const own = () => ({ calendarId: room.calendarId, eventId: 'own', startsAt: ten, endsAt: eleven });

function listed(...events: { id: string; start: Date; end: Date }[]): Answer {
  const items = events.map(({ id, start, end }) => ({
    id,
    etag: '"1"',
    status: 'confirmed',
    start: { dateTime: start.toISOString() },
    end: { dateTime: end.toISOString() },
  }));
  return { status: 200, body: { items } };
}

test('the event of a booking that is being moved is not busy for its own move', async () => {
  scripted.answer(eventsPath, listed({ id: 'own', start: ten, end: eleven }));

  const checked = await check(range, { excluding: own() });

  expect(checked.busy).toHaveLength(0);
});

test('time that another event shares with it stays busy', async () => {
  const half = new Date('2026-03-03T10:30:00Z');
  scripted.answer(
    eventsPath,
    listed({ id: 'own', start: ten, end: eleven }, { id: 'other', start: half, end: eleven }),
  );

  const checked = await check(range, { excluding: own() });

  expect(checked.busy).toEqual(packedInstants([{ start: half, end: eleven }]));
});

test('on another calendar than the booking calendar nothing is taken off', async () => {
  const elsewhere = { ...own(), calendarId: room.organiserId };

  const checked = await check(range, { excluding: elsewhere });

  expect(checked.busy).toHaveLength(2);
});
