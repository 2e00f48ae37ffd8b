// The organiser's choice among the calendars.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export async function updateBusyCalendars(
  database: Queryable,
  organiserId: string,
  calendarIds: readonly string[],
): Promise<void> {
  await database.query(sql`
    update calendars set counts_as_busy = (id = any(${calendarIds}::uuid[]))
    where organiser_id = ${organiserId}
      and counts_as_busy is distinct from (id = any(${calendarIds}::uuid[]))`);
}

/** Without a calendar for bookings nothing is offered: the version rises with it. */
export async function updateBookingCalendar(
  database: Queryable,
  organiserId: string,
  calendarId: string,
): Promise<void> {
  await database.query(sql`
    update organisers set booking_calendar_id = ${calendarId}, slots_version = slots_version + 1
    where id = ${organiserId}`);
}

/**
 * Nothing of the account counts any more; event types that had a calendar there put their bookings where the others go.
 * Which of them received the organiser's bookings is kept, for when the account is connected again.
 */
export async function updateUnusedCalendars(database: Queryable, accountId: string): Promise<void> {
  await database.query(sql`
    update calendars set counts_as_busy = false, told_unreadable_at = null
    where google_account_id = ${accountId}`);
  await database.query(sql`
    update event_types set booking_calendar_id = null
    from calendars calendar
    where calendar.id = event_types.booking_calendar_id and calendar.google_account_id = ${accountId}`);
}
