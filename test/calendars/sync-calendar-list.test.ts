import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { listAccounts } from '../../src/calendars/account-queries.ts';
import { listCalendars } from '../../src/calendars/calendar-queries.ts';
import { syncCalendarList } from '../../src/calendars/sync-calendar-list.ts';
import { sql } from '../../src/database/sql.ts';
import { startScriptedGoogle, type ScriptedGoogle } from '../google/scripted-google.ts';
import { openRoom, primary, type CalendarRoom } from './calendar-room.ts';

const listPath = '/calendar/v3/users/me/calendarList';
const primaryEntry = {
  id: primary,
  summary: 'Mira',
  timeZone: 'Europe/Berlin',
  accessRole: 'owner',
  primary: true,
};
const team = {
  id: 'team@group.calendar.example.com',
  summary: 'Team',
  summaryOverride: 'Our team',
  timeZone: 'Europe/Paris',
  accessRole: 'reader',
};

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

async function sync(...items: object[]) {
  scripted.answer(listPath, { status: 200, body: { items } });
  const [account] = await listAccounts(room.parts.database, room.organiserId);
  await syncCalendarList(room.parts, room.parts.database, account!);
  return listCalendars(room.parts.database, room.organiserId);
}

const forgetCalendars = () => room.parts.database.query(sql`delete from calendars`);

test('of a new account the primary calendar is ticked, and takes the bookings', async () => {
  await forgetCalendars();

  const calendars = await sync(primaryEntry, team);

  expect(calendars).toMatchObject([
    { googleCalendarId: primary, isPrimary: true, countsAsBusy: true },
    { title: 'Our team', accessRole: 'reader', timeZone: 'Europe/Paris', countsAsBusy: false },
  ]);
  const [organiser] = await room.parts.database.query(
    sql`select booking_calendar_id from organisers`,
  );
  expect(organiser).toEqual({ booking_calendar_id: calendars[0]!.id });
});

test('what the organiser ticked stays, whatever Google calls it now', async () => {
  await sync(primaryEntry, team);
  await room.parts.database.query(sql`update calendars set counts_as_busy = not counts_as_busy`);

  const calendars = await sync(primaryEntry, { ...team, summaryOverride: 'Everybody' });

  expect(calendars).toMatchObject([
    { googleCalendarId: primary, countsAsBusy: false },
    { title: 'Everybody', countsAsBusy: true },
  ]);
});

test('a calendar that Google lists no more goes, unless it is in use', async () => {
  await sync(primaryEntry, team);

  const calendars = await sync(team);

  expect(calendars).toMatchObject([{ googleCalendarId: primary }, { title: 'Our team' }]);
  expect(await sync(primaryEntry)).toHaveLength(1);
});

test('a list of several pages is read whole', async () => {
  await forgetCalendars();
  scripted.answer(
    listPath,
    { status: 200, body: { items: [primaryEntry], nextPageToken: 'more' } },
    { status: 200, body: { items: [team] } },
  );
  const [account] = await listAccounts(room.parts.database, room.organiserId);

  await syncCalendarList(room.parts, room.parts.database, account!);

  expect(await listCalendars(room.parts.database, room.organiserId)).toHaveLength(2);
});
