import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pollCalendars } from '../../src/calendars/poll-calendars.ts';
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

test('a mirror that was never filled is refreshed, and put in line once', async () => {
  await pollCalendars(room.parts);
  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([refreshJob()]);
});

test('a mirror filled since half a round ago is left', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.advance(149_000);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([]);
});

test('an older mirror is refreshed', async () => {
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.advance(150_000);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([refreshJob()]);
});

test('a calendar that could not be read waits its round too', async () => {
  scripted.answer(freeBusy, refusal(503, 'backendError'));
  await refreshBusy(room.parts, { organiserId: room.organiserId });
  room.clock.advance(149_000);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([]);
});

test('an account that needs reconnecting is not polled', async () => {
  await room.parts.database.query(sql`update google_accounts set state = 'needs_reconnect'`);

  await pollCalendars(room.parts);

  expect(await room.listJobs()).toEqual([]);
});
