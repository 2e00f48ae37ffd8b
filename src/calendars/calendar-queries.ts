// The calendars of an organiser's Google accounts.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { CalendarAccessRole, ListedCalendar } from '../google/google.ts';

export type Calendar = {
  id: string;
  accountId: string;
  accountEmail: string;
  googleCalendarId: string;
  title: string;
  timeZone: string;
  accessRole: CalendarAccessRole;
  isPrimary: boolean;
  countsAsBusy: boolean;
  /** When its busy time was last read, and why not since. */
  checkedAt: Date | null;
  error: string | null;
};

export async function listCalendars(database: Queryable, organiserId: string): Promise<Calendar[]> {
  return database.query<Calendar>(sql`
    select calendar.id, account.id as "accountId", account.email as "accountEmail",
      calendar.google_calendar_id as "googleCalendarId", calendar.title, calendar.time_zone as "timeZone",
      calendar.access_role as "accessRole", calendar.is_primary as "isPrimary",
      calendar.counts_as_busy as "countsAsBusy", mirror.checked_at as "checkedAt", mirror.error
    from calendars calendar
    join google_accounts account on account.id = calendar.google_account_id
    left join busy_mirrors mirror on mirror.calendar_id = calendar.id
    where calendar.organiser_id = ${organiserId}
    order by account.connected_at, calendar.is_primary desc, calendar.title, calendar.id`);
}

/** A new primary calendar is ticked as busy; what the organiser ticked stays. */
export async function upsertCalendar(
  database: Queryable,
  account: { id: string; organiserId: string },
  calendar: ListedCalendar,
): Promise<void> {
  const { googleCalendarId, title, timeZone, accessRole, isPrimary } = calendar;
  await database.query(sql`
    insert into calendars (organiser_id, google_account_id, google_calendar_id, title, time_zone,
      access_role, is_primary, counts_as_busy)
    values (${account.organiserId}, ${account.id}, ${googleCalendarId}, ${title}, ${timeZone},
      ${accessRole}, ${isPrimary}, ${isPrimary})
    on conflict (google_account_id, google_calendar_id) do update
    set title = excluded.title, time_zone = excluded.time_zone, access_role = excluded.access_role,
      is_primary = excluded.is_primary`);
}

/** Calendars that Google lists no more go, unless they are in use: what is ticked shows its error instead. */
export async function deleteUnlistedCalendars(
  database: Queryable,
  accountId: string,
  listed: string[],
): Promise<void> {
  await database.query(sql`
    delete from calendars
    where google_account_id = ${accountId} and not google_calendar_id = any(${listed})
      and not counts_as_busy
      and not exists (select from bookings where bookings.calendar_id = calendars.id)
      and not exists (select from organisers where organisers.booking_calendar_id = calendars.id)`);
}

/** Bookings go to a calendar that the organiser owns: at first to the account's primary one. */
export async function updateMissingBookingCalendar(
  database: Queryable,
  account: { id: string; organiserId: string },
): Promise<void> {
  await database.query(sql`
    update organisers set booking_calendar_id = calendar.id
    from calendars calendar
    where organisers.id = ${account.organiserId} and organisers.booking_calendar_id is null
      and calendar.google_account_id = ${account.id} and calendar.is_primary
      and calendar.access_role = 'owner'`);
}
