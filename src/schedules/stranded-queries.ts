// What a change of hours may strand: bookings to come, with the schedule that each was booked by.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ComingBooking } from './stranded.ts';

/** In order of time. Holds are nobody's yet. */
export async function listComingBookings(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<ComingBooking[]> {
  return database.query<ComingBooking>(sql`
    select b.id, s.id as "scheduleId", b.starts_at as "startsAt", b.ends_at as "endsAt",
      e.title as "eventTypeTitle", b.attendee_name as "attendeeName"
    from bookings b
    join event_types e on e.id = b.event_type_id
    join schedules s on s.organiser_id = b.organiser_id
      and (s.id = e.schedule_id or (e.schedule_id is null and s.is_default))
    where b.organiser_id = ${organiserId} and b.starts_at > ${now}
      and (b.state = 'confirmed' or (b.state = 'requested' and b.expires_at > ${now}))
    order by b.starts_at, b.id`);
}
