// Google asks for fewer requests: what nobody waits for stops, what somebody waits for goes on.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { backOffUntil } from '../../src/calendars/back-off.ts';
import { checkBusy } from '../../src/calendars/check-busy.ts';
import { readBusy } from '../../src/calendars/read-busy.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import {
  refusal,
  startScriptedGoogle,
  type Answer,
  type ScriptedGoogle,
} from '../google/scripted-google.ts';
import { openRoom, primary, type CalendarRoom } from './calendar-room.ts';

const freeBusy = '/calendar/v3/freeBusy';
const range = { from: new Date('2026-03-03T10:00:00Z'), to: new Date('2026-03-03T11:00:00Z') };
const nothingBusy: Answer = { status: 200, body: { calendars: { [primary]: { busy: [] } } } };
const minute = 60_000;

let scripted: ScriptedGoogle;
let room: CalendarRoom;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
  room = await openRoom(scripted.google);
});
afterEach(async () => {
  await room.close();
  await scripted.close();
});

const refresh = () => refreshBusy(room.parts, { organiserId: room.organiserId });
const countAsked = () => scripted.requests.filter((request) => request.endsWith(freeBusy)).length;

/** How often Google is asked by what is done. */
async function asks(act: () => Promise<unknown>): Promise<number> {
  const before = countAsked();
  await act().catch(() => {});
  return countAsked() - before;
}

test.each([
  ['too many requests', refusal(429, 'rateLimitExceeded'), 1],
  ['too many requests of this user', refusal(403, 'userRateLimitExceeded'), 1],
  ['a quota that is used up', refusal(403, 'quotaExceeded'), 60],
])('after %s refreshes wait', async (_what, answer, minutes) => {
  scripted.answer(freeBusy, answer);
  await refresh();
  room.clock.advance(minutes * minute - 1000);

  const meanwhile = await asks(refresh);

  room.clock.advance(minutes * minute);
  expect(meanwhile).toBe(0);
  expect(await asks(refresh)).toBeGreaterThan(0);
});

test('the longer Google asks for fewer requests, the longer the wait, to a bound', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  const since = (minutes: number) => new Date(now.getTime() - minutes * minute);
  const waits = (code: 'rate_limited' | 'quota_exhausted') =>
    [0, 10, 10_000].map((ago) =>
      Math.floor((backOffUntil(code, since(ago), now).getTime() - now.getTime()) / minute),
    );

  const [short, longer, longest] = waits('rate_limited');
  expect(short).toBe(1);
  expect(longer).toBeGreaterThanOrEqual(5);
  expect(longest).toBeLessThanOrEqual(23);
  expect(waits('quota_exhausted')[0]).toBeGreaterThanOrEqual(60);
});

test('an attendee’s hold is checked with Google all the same', async () => {
  scripted.answer(freeBusy, refusal(403, 'quotaExceeded'));
  await refresh();
  scripted.answer(freeBusy, nothingBusy);

  const checked = await checkBusy(room.parts, room.organiserId, range);

  expect(checked.isLive).toBe(true);
});

test('a page asks for a throttled account all the same, but not every page', async () => {
  scripted.answer(freeBusy, refusal(403, 'quotaExceeded'));
  await refresh();
  const read = () => readBusy(room.parts, room.organiserId, range);

  const atOnce = await asks(read);

  room.clock.advance(15_000);
  const later = await asks(read);
  const anotherPage = await asks(read);
  expect([atOnce, anotherPage]).toEqual([0, 0]);
  expect(later).toBeGreaterThan(0);
});

test('another failure keeps nobody waiting but the pages, for two seconds', async () => {
  scripted.answer(freeBusy, refusal(400, 'invalid'));
  await refresh();
  const read = () => readBusy(room.parts, room.organiserId, range);

  const asked = [await asks(read), await asks(refresh)];

  room.clock.advance(2000);
  expect([...asked, await asks(read)]).toEqual([0, 1, 1]);
});

test('once Google answers again, the next refusal counts as a first one', async () => {
  scripted.answer(freeBusy, refusal(429, 'rateLimitExceeded'));
  await refresh();
  room.clock.advance(10 * minute);
  scripted.answer(freeBusy, nothingBusy);
  await refresh();
  room.clock.advance(10 * minute);
  scripted.answer(freeBusy, refusal(429, 'rateLimitExceeded'));
  await refresh();
  room.clock.advance(minute);

  expect(await asks(refresh)).toBeGreaterThan(0);
});
