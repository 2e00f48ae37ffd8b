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
    where organiser_id = ${organiserId}`);
}

export async function updateBookingCalendar(
  database: Queryable,
  organiserId: string,
  calendarId: string,
): Promise<void> {
  await database.query(sql`
    update organisers set booking_calendar_id = ${calendarId} where id = ${organiserId}`);
}
