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
  /** Google's list of the account's calendars has it. */
  isListed: boolean;
  /** When its busy time was last read, when that was tried in vain since, and what Google says of the calendar itself. */
  checkedAt: Date | null;
  failedAt: Date | null;
  error: string | null;
  /** The organiser was mailed that it cannot be read. */
  toldUnreadableAt: Date | null;
};

/** Those of disconnected accounts are not among them. */
export async function listCalendars(database: Queryable, organiserId: string): Promise<Calendar[]> {
  return database.query<Calendar>(sql`
    select calendar.id, account.id as "accountId", account.email as "accountEmail",
      calendar.google_calendar_id as "googleCalendarId", calendar.title, calendar.time_zone as "timeZone",
      calendar.access_role as "accessRole", calendar.is_primary as "isPrimary",
      calendar.counts_as_busy as "countsAsBusy", calendar.unlisted_at is null as "isListed",
      mirror.checked_at as "checkedAt", mirror.failed_at as "failedAt", mirror.error,
      calendar.told_unreadable_at as "toldUnreadableAt"
    from calendars calendar
    join google_accounts account on account.id = calendar.google_account_id
    left join busy_mirrors mirror on mirror.calendar_id = calendar.id
    where calendar.organiser_id = ${organiserId} and account.state <> 'disconnected'
    order by account.position, calendar.is_primary desc, calendar.access_role <> 'owner', calendar.title,
      calendar.id`);
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
      is_primary = excluded.is_primary, unlisted_at = null
    where (calendars.title, calendars.time_zone, calendars.access_role, calendars.is_primary, calendars.unlisted_at)
      is distinct from
      (excluded.title, excluded.time_zone, excluded.access_role, excluded.is_primary, null::timestamptz)`);
}

/** Calendars that Google lists no more; those in use stay, and show what has become of them. */
export async function updateUnlistedCalendars(
  database: Queryable,
  accountId: string,
  listed: string[],
  now: Date,
): Promise<void> {
  await database.query(sql`
    update calendars set unlisted_at = ${now}
    where google_account_id = ${accountId} and not google_calendar_id = any(${listed})
      and unlisted_at is null`);
}

export async function deleteUnusedCalendars(
  database: Queryable,
  organiserId: string,
): Promise<void> {
  await database.query(sql`
    delete from calendars
    where organiser_id = ${organiserId} and unlisted_at is not null and not counts_as_busy
      and not exists (select from bookings where bookings.calendar_id = calendars.id)
      and not exists (select from event_types where event_types.booking_calendar_id = calendars.id)
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

/** An account without any is connected for its main calendar's sake: it counts, as it does in a new account. */
export async function updateMissingTick(database: Queryable, accountId: string): Promise<void> {
  await database.query(sql`
    update calendars set counts_as_busy = true
    where google_account_id = ${accountId} and is_primary and unlisted_at is null
      and not exists (
        select from calendars ticked
        where ticked.google_account_id = ${accountId} and ticked.counts_as_busy)`);
}

/** Whether bookings of the event type have a calendar to go to: its own, or else the organiser's. */
export async function hasBookingCalendar(
  database: Queryable,
  { organiserId, bookingCalendarId }: { organiserId: string; bookingCalendarId: string | null },
): Promise<boolean> {
  const rows = await database.query(sql`
    select calendar.id
    from organisers organiser
    join calendars calendar on calendar.id = coalesce(${bookingCalendarId}::uuid, organiser.booking_calendar_id)
    join google_accounts account on account.id = calendar.google_account_id
    where organiser.id = ${organiserId} and account.state = 'connected'
      and calendar.unlisted_at is null and calendar.access_role = 'owner'`);
  return rows.length > 0;
}
