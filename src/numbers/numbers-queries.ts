// The bookings that the organiser's numbers count, and nobody else's.
import type { Period } from '../calendars/calendar.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { NumberedBooking } from './numbered-booking.ts';

/** Those that start in the period, in order of time. */
export async function listNumberedBookings(
  database: Queryable,
  organiserId: string,
  { from, to }: Period,
): Promise<NumberedBooking[]> {
  return database.query<NumberedBooking>(sql`
    select b.starts_at as "startsAt", b.ends_at as "endsAt", b.state, b.event_type_id as "eventTypeId",
      e.title as "eventTypeTitle",
      coalesce(b.requested_at, b.created_at) as "bookedAt",
      case when b.state = 'cancelled' then b.changed_by end as "cancelledBy"
    from bookings b join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and b.starts_at >= ${from} and b.starts_at < ${to}
      and b.confirmed_at is not null and b.state in ('confirmed', 'completed', 'no_show', 'cancelled')
    order by b.starts_at, b.id`);
}
