import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pollCalendars } from '../../src/calendars/poll-calendars.ts';
import { isPollDue } from '../../src/calendars/poll-rhythm.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { sql } from '../../src/database/sql.ts';
import { refusal, startScriptedGoogle, type ScriptedGoogle } from '../google/scripted-google.ts';
import { openRoom, primary, type CalendarRoom } from './calendar-room.ts';

const freeBusy = '/calendar/v3/freeBusy';

let scripted: ScriptedGoogle;
let room: CalendarRoom;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
  room = await openRoom(scripted.google);
  const calendars = { [primary]: { busy: [] } };
  scripted.answer(freeBusy, { status: 200, body: { calendars } });
});
afterEach(async () => {
  await room.close();
  await scripted.close();
});

const refreshJob = () => `refresh-busy {"organiserId": "${room.organiserId}"}`;
const followJob = () => `follow-calendar {"calendarId": "${room.calendarId}"}`;
const query = (statement: ReturnType<typeof sql>) => room.parts.database.query(statement);

/** What became of its bookings has just been read. */
async function follow(): Promise<void> {
  await query(sql`
    insert into followed_calendars (calendar_id, synced_at) values (${room.calendarId}, ${room.clock()})
    on conflict (calendar_id) do update set synced_at = excluded.synced_at`);
}

test('a calendar that was never asked is asked for busy time and bookings, and put in line once', async () => {
  await pollCalendars(room.parts);
  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([refreshJob(), followJob()]);
});

test('a calendar that was asked within four fifths of the poll’s time is left', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  await follow();
  room.clock.advance(239_000);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([]);
});

test('no calendar waits longer than the poll’s time', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  await follow();
  room.clock.advance(300_000);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([refreshJob(), followJob()]);
});

test('calendars that were asked at once drift apart, each in its own rhythm', () => {
  const asked = new Date('2026-03-02T12:00:00Z');
  const after = (seconds: number) => new Date(asked.getTime() + seconds * 1000);
  const ids = ['00000000', '80000000', 'ffffffff'].map(
    (head) => `${head}-0000-4000-8000-000000000000`,
  );

  const due = (seconds: number) => ids.map((id) => isPollDue(id, asked, 300, after(seconds)));

  expect(due(239)).toEqual([false, false, false]);
  expect(due(240)).toEqual([true, false, false]);
  expect(due(270)).toEqual([true, true, false]);
  expect(due(300)).toEqual([true, true, true]);
});

test('busy time that is read often does not keep the bookings from being looked after', async () => {
  await follow();
  room.clock.advance(300_000);
  await refreshBusy(room.parts, { organiserId: room.organiserId });

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([followJob()]);
});

test('a calendar that could not be read waits its round too', async () => {
  await follow();
  scripted.answer(freeBusy, refusal(503, 'backendError'));
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.advance(239_000);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([]);
});

test('a calendar that neither counts as busy nor holds bookings is not polled', async () => {
  await query(sql`update calendars set counts_as_busy = false`);
  await query(sql`update organisers set booking_calendar_id = null`);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([]);
});

test.each([
  ['an account that needs reconnecting', sql`update google_accounts set state = 'needs_reconnect'`],
  ['an organiser who was switched off', sql`update organisers set disabled_at = created_at`],
])('%s is not polled', async (_who, change) => {
  await query(change);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([]);
});

test('an account that Google asks to be left alone is not polled until then', async () => {
  await query(sql`
    update google_accounts set backs_off_until = ${new Date(room.clock().getTime() + 60_000)}`);
  await pollCalendars(room.parts);
  const meanwhile = await room.listJobs();
  room.clock.advance(60_000);

  await pollCalendars(room.parts);

  expect(meanwhile).toEqual([]);
  expect(await room.listJobs()).toHaveLength(2);
});
