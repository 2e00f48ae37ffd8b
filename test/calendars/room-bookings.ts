// Bookings in a calendar room, written as the booking steps leave them.
import { randomUUID } from 'node:crypto';
import { sql } from '../../src/database/sql.ts';
import type { CalendarRoom } from './calendar-room.ts';

/** A confirmed booking of the room's event type, half an hour long, at 10:00 the next day if nothing else is said. */
export async function insertBooking(
  { parts, organiserId, eventTypeId }: CalendarRoom,
  bookingId: string = randomUUID(),
  startsAt: Date = new Date('2026-03-03T10:00:00Z'),
): Promise<string> {
  const now = parts.clock();
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  await parts.database.query(sql`
    insert into bookings (id, organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at,
      changed_by, created_at, confirmed_at, revision, attendee_name, attendee_email, attendee_phone,
      attendee_time_zone, attendee_locale, age, gender, address, answers, note)
    values (${bookingId}, ${organiserId}, ${eventTypeId}, 'confirmed', ${startsAt}, ${endsAt},
      tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz), ${now}, 'attendee', ${now}, ${now}, 1, 'Ada Example',
      'ada@example.org', '+49 30 5550199', 'Europe/Berlin', 'en', 71, 'female', '5 Sample Lane',
      '{"allergies": "penicillin"}', 'knee pain')`);
  return bookingId;
}

/** As the attendee does it: a later time, and the next revision. */
export async function moveBooking({ parts }: CalendarRoom, bookingId: string): Promise<void> {
  await parts.database.query(sql`
    update bookings set starts_at = '2026-03-03T15:00Z', ends_at = '2026-03-03T15:30Z',
      blocked = '[2026-03-03T15:00Z, 2026-03-03T15:30Z)', revision = revision + 1, changed_at = ${parts.clock()}
    where id = ${bookingId}`);
}

export async function cancelBooking({ parts }: CalendarRoom, bookingId: string): Promise<void> {
  await parts.database.query(sql`
    update bookings set state = 'cancelled', revision = revision + 1, changed_at = ${parts.clock()}
    where id = ${bookingId}`);
}

export async function agreedOf(
  { parts }: CalendarRoom,
  bookingId: string,
): Promise<Record<string, unknown>> {
  const [row] = await parts.database.query<Record<string, unknown>>(sql`
    select agreed_revision as revision, agreed_etag as etag, agreed_status as status,
      google_event_id as "eventId", ical_uid as "iCalUid", conference_link as "conferenceLink"
    from bookings where id = ${bookingId}`);
  return row!;
}
