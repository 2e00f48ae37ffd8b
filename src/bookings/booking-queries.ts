// Reading bookings.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem, type SlotTimes } from '../problem.ts';
import { type BookingRow, toBooking } from './booking-row.ts';
import type { Actor, AttendeeResponse, Booking, BookingState, Deed } from './booking.ts';

export async function findBooking(database: Queryable, id: string): Promise<Booking | null> {
  const [booking] = await listBookings(database, [id]);
  return booking ?? null;
}

/** Throws not_found. */
export async function getBooking(database: Queryable, id: string): Promise<Booking> {
  const booking = await findBooking(database, id);
  if (!booking) throw new Problem('not_found', say('There is no such booking.'));
  return booking;
}

/** In which languages its two sides are written to. */
export async function findLocales(
  database: Queryable,
  id: string,
): Promise<{ attendee: string | null; organiser: string } | null> {
  const [locales] = await database.query<{ attendee: string | null; organiser: string }>(sql`
    select b.attendee_locale as attendee, coalesce(o.language, o.locale) as organiser
    from bookings b join organisers o on o.id = b.organiser_id where b.id = ${id}`);
  return locales ?? null;
}

/** In order of time. */
export async function listBookings(
  database: Queryable,
  ids: readonly string[],
): Promise<Booking[]> {
  const rows = await database.query<BookingRow>(sql`
    select id, organiser_id as "organiserId", event_type_id as "eventTypeId", state, starts_at as "startsAt",
      ends_at as "endsAt", lower(blocked) as "blockedFrom", upper(blocked) as "blockedTo", clashing, expires_at as "expiresAt", created_at as "createdAt",
      booked_by as "bookedBy", changed_at as "changedAt", changed_by as "changedBy", reason, requested_at as "requestedAt",
      proven_at as "provenAt", confirmed_at as "confirmedAt", manage_generation as "manageGeneration", revision,
      attendee_id as "attendeeId", attendee_response as "attendeeResponse",
      attendee_comment as "attendeeComment", attendee_name as name,
      attendee_email as email, attendee_phone as phone, attendee_time_zone as "timeZone",
      attendee_locale as locale, new_patient as "newPatient", age, gender, address, answers, note,
      calendar_id as "calendarId", google_event_id as "googleEventId", ical_uid as "iCalUid",
      event_link as "eventLink", conference_link as "conferenceLink", agreed_etag as "agreedEtag",
      agreed_revision as "agreedRevision", calendar_flag as "calendarFlag"
    from bookings where id = any(${ids}) order by starts_at, id`);
  return rows.map(toBooking);
}

export type HistoryEntry = {
  at: Date;
  actor: Actor;
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  clashing: boolean;
  attendeeResponse: AttendeeResponse | null;
  reason: string | null;
  deed: Deed | null;
};

/** Oldest first. */
export async function listHistory(database: Queryable, bookingId: string): Promise<HistoryEntry[]> {
  return database.query<HistoryEntry>(sql`
    select at, actor, state, starts_at as "startsAt", ends_at as "endsAt", clashing,
      attendee_response as "attendeeResponse", reason, deed
    from booking_history where booking_id = ${bookingId} order by id`);
}

/** The last times at which the booking stood before those it has now. */
export async function findTimesBefore(
  database: Queryable,
  { id, startsAt, endsAt }: Pick<Booking, 'id' | 'startsAt' | 'endsAt'>,
): Promise<SlotTimes | null> {
  const [times] = await database.query<SlotTimes>(sql`
    select starts_at as "startsAt", ends_at as "endsAt" from booking_history
    where booking_id = ${id} and (starts_at, ends_at) <> (${startsAt}, ${endsAt})
    order by id desc limit 1`);
  return times ?? null;
}
