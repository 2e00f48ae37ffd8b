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
