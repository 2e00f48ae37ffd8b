// Bookings as attendees' exports hold them. Those of one attendee are those that led to the record, and forms that were
// sent in under one of its addresses.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Attendee, AttendeeBooking, AttendeeChange, AttendeeMail } from './attendee.ts';

/** Latest first. */
export async function listAttendeeBookings(
  database: Queryable,
  organiserId: string,
  { id, email, formerAddresses }: Pick<Attendee, 'id' | 'email' | 'formerAddresses'>,
  now: Date,
): Promise<AttendeeBooking[]> {
  const addresses = [email, ...formerAddresses];
  return database.query<AttendeeBooking>(sql`
    select b.id, s.state, b.starts_at as "startsAt", b.ends_at as "endsAt", e.title as "eventType",
      b.requested_at as "requestedAt", b.confirmed_at as "confirmedAt", b.reason,
      s.state in ('requested', 'confirmed') and b.ends_at > ${now} as "isUpcoming",
      b.attendee_name as name, b.attendee_email as email, b.attendee_phone as phone,
      b.attendee_time_zone as "timeZone", b.attendee_locale as locale, b.new_patient as "newPatient",
      b.age, b.gender, b.address, b.answers, b.note, b.organiser_note as "organiserNote",
      b.booked_by as "bookedBy",
      b.attendee_response as response, b.attendee_comment as comment
    from bookings b
    join event_types e on e.id = b.event_type_id
    cross join lateral (
      select case
        when b.state = 'requested' and b.expires_at <= ${now} then 'expired' else b.state
      end as state
    ) s
    where b.organiser_id = ${organiserId} and b.requested_at is not null
      and b.id in (
        select id from bookings where attendee_id = ${id}
        union all
        select id from bookings
        where organiser_id = ${organiserId} and lower(attendee_email) = any(${addresses})
      )
    order by b.starts_at desc, b.id`);
}

/**
 * Of everybody, by the start, half-open; null: without a limit. Oldest first; also of those who were erased since, and
 * without forms that nobody has proven.
 */
export async function listBookingsBetween(
  database: Queryable,
  organiserId: string,
  { from, to }: { from: Date | null; to: Date | null },
  now: Date,
): Promise<AttendeeBooking[]> {
  return database.query<AttendeeBooking>(sql`
    select b.id, s.state, b.starts_at as "startsAt", b.ends_at as "endsAt", e.title as "eventType",
      b.requested_at as "requestedAt", b.confirmed_at as "confirmedAt", b.reason,
      s.state in ('requested', 'confirmed') and b.ends_at > ${now} as "isUpcoming",
      b.attendee_name as name, b.attendee_email as email, b.attendee_phone as phone,
      b.attendee_time_zone as "timeZone", b.attendee_locale as locale, b.new_patient as "newPatient",
      b.age, b.gender, b.address, b.answers, b.note, b.organiser_note as "organiserNote",
      b.booked_by as "bookedBy",
      b.attendee_response as response, b.attendee_comment as comment
    from bookings b
    join event_types e on e.id = b.event_type_id
    cross join lateral (
      select case
        when b.state = 'requested' and b.expires_at <= ${now} then 'expired' else b.state
      end as state
    ) s
    where b.organiser_id = ${organiserId} and b.requested_at is not null
      and (b.proven_at is not null or b.confirmed_at is not null)
      and b.starts_at >= coalesce(${from}::timestamptz, '-infinity')
      and b.starts_at < coalesce(${to}::timestamptz, 'infinity')
    order by b.starts_at, b.id`);
}

/** Oldest first. */
export async function listChangesOf(
  database: Queryable,
  bookingIds: readonly string[],
): Promise<AttendeeChange[]> {
  return database.query<AttendeeChange>(sql`
    select booking_id as "bookingId", at, actor, state, starts_at as "startsAt", ends_at as "endsAt", reason, deed
    from booking_history where booking_id = any(${bookingIds}) and state <> 'held' order by id`);
}

/** Those to the attendee, oldest first. */
export async function listMailsOf(
  database: Queryable,
  bookingIds: readonly string[],
): Promise<AttendeeMail[]> {
  return database.query<AttendeeMail>(sql`
    select booking_id as "bookingId", message, sent_at as "sentAt", refusal
    from sent_mails
    where booking_id = any(${bookingIds}) and message not like 'organiser-%' order by sent_at, message`);
}
