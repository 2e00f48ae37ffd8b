// Bookings that lie in an account's calendars.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export async function countComingBookings(
  database: Queryable,
  accountId: string,
  now: Date,
): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`
    select count(*)::int as count
    from bookings
    join calendars calendar on calendar.id = bookings.calendar_id
    where calendar.google_account_id = ${accountId} and bookings.state = 'confirmed'
      and bookings.ends_at > ${now}`);
  return row!.count;
}

/**
 * Bookings that were to lie there, and for all we know do not yet: they go where the others go. (The answer to a write
 * may have been lost; a second event is the lesser evil than none.)
 */
export async function updateUntoldBookings(database: Queryable, accountId: string): Promise<void> {
  await database.query(sql`
    update bookings set calendar_id = null, google_event_id = null
    from calendars calendar
    where calendar.id = bookings.calendar_id and calendar.google_account_id = ${accountId}
      and bookings.agreed_revision is null`);
}

/** When the account goes for good: what changes of these bookings from now on makes an event where the others go. */
export async function updateReleasedBookings(
  database: Queryable,
  accountId: string,
): Promise<void> {
  await database.query(sql`
    update bookings set calendar_id = null, google_event_id = null
    from calendars calendar
    where calendar.id = bookings.calendar_id and calendar.google_account_id = ${accountId}`);
}
