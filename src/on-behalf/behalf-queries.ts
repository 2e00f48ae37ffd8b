// What booking for somebody else writes and reads.
import type { AttendeeForm } from '../bookings/booking.ts';
import type { Period } from '../calendars/calendar.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type NewBooking = {
  id: string;
  organiserId: string;
  eventTypeId: string;
  startsAt: Date;
  endsAt: Date;
  blocked: Period;
  attendeeId: string;
  attendee: AttendeeForm;
  organiserNote: string | null;
};

/** Confirmed from the first moment on. Under the organiser's lock; false where another row has the time. */
export async function insertBooking(
  database: Queryable,
  booking: NewBooking,
  now: Date,
): Promise<boolean> {
  const { id, organiserId, eventTypeId, startsAt, endsAt, blocked, attendee } = booking;
  const rows = await database.query(sql`
    insert into bookings
      (id, organiser_id, event_type_id, state, starts_at, ends_at, blocked, created_at, changed_at, changed_by, booked_by,
       requested_at, confirmed_at, revision, attendee_id, attendee_name, attendee_email, attendee_phone,
       attendee_time_zone, attendee_locale, new_patient, age, gender, address, answers, note, organiser_note,
       asked_questions)
    select
      ${id}::uuid, ${organiserId}::uuid, e.id, 'confirmed', ${startsAt}::timestamptz, ${endsAt}::timestamptz,
      tstzrange(${blocked.from}, ${blocked.to}), ${now}::timestamptz, ${now}::timestamptz, 'organiser', 'organiser',
      ${now}::timestamptz, ${now}::timestamptz, 1, ${booking.attendeeId}::uuid, ${attendee.name}, ${attendee.email},
      ${attendee.phone}, ${attendee.timeZone}, ${attendee.locale}, ${attendee.newPatient}::boolean,
      ${attendee.age}::integer, ${attendee.gender}, ${attendee.address}, ${JSON.stringify(attendee.answers)}::jsonb,
      ${attendee.note}, ${booking.organiserNote},
      (select coalesce(jsonb_agg(jsonb_build_object('key', q -> 'key', 'label', q -> 'label') order by nth), '[]')
       from jsonb_array_elements(e.questions) with ordinality as asked (q, nth))
    from event_types e where e.id = ${eventTypeId}
    on conflict do nothing
    returning id`);
  return rows.length > 0;
}

/** As the person's last form had them; null for somebody new. */
export async function findHabits(
  database: Queryable,
  organiserId: string,
  email: string,
): Promise<{ timeZone: string; locale: string | null } | null> {
  const [row] = await database.query<{ timeZone: string; locale: string | null }>(sql`
    select attendee_time_zone as "timeZone", attendee_locale as locale from bookings
    where organiser_id = ${organiserId} and lower(attendee_email) = lower(${email}) and attendee_time_zone is not null
    order by created_at desc limit 1`);
  return row ?? null;
}

export type Known = { id: string; name: string; email: string };

/** Who was booked last, the latest first. */
export async function listRecent(
  database: Queryable,
  organiserId: string,
  limit: number,
): Promise<Known[]> {
  return database.query<Known>(sql`
    select a.id, a.name, a.email from attendees a
    cross join lateral (select max(b.created_at) as at from bookings b where b.attendee_id = a.id) latest
    where a.organiser_id = ${organiserId} and latest.at is not null
    order by latest.at desc, a.id limit ${limit}`);
}
