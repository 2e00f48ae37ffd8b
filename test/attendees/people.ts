// Appointments as rows, for tests that are about people and need many of them.
import { randomUUID } from 'node:crypto';
import { upsertAttendee } from '../../src/bookings/attendee-queries.ts';
import type { BookingState } from '../../src/bookings/booking.ts';
import { sql } from '../../src/database/sql.ts';
import type { MadeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';

export type Person = { name?: string; email?: string; phone?: string | null };

/** Half an hour from `start`, over or to come as the state says. Returns both ids. */
export async function appointment(
  { parts }: TestService,
  { organiser, eventType }: MadeOrganiser,
  start: string,
  wishes: Person & { state?: BookingState; age?: number; answers?: object; note?: string } = {},
): Promise<{ id: string; attendeeId: string }> {
  const { name = 'Lea Attendee', email = `${randomUUID()}@example.org`, phone = null } = wishes;
  const { state = 'completed', age = null, answers = {}, note = null } = wishes;
  const startsAt = new Date(start);
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  const then = new Date(startsAt.getTime() - 24 * 60 * 60_000);
  const person = { name, email, phone };
  const attendeeId = await upsertAttendee(parts.database, organiser.id, person, then);
  const [row] = await parts.database.query<{ id: string }>(sql`
    insert into bookings (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by,
      created_at, requested_at, proven_at, confirmed_at, attendee_id, attendee_name, attendee_email, attendee_phone,
      attendee_time_zone, age, answers, note)
    values (${organiser.id}, ${eventType.id}, ${state}, ${startsAt}::timestamptz, ${endsAt}::timestamptz,
      tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz), ${then}::timestamptz, 'attendee', ${then}::timestamptz,
      ${then}::timestamptz, ${then}::timestamptz, ${then}::timestamptz, ${attendeeId}, ${name}, ${email}, ${phone}::text,
      'Europe/Berlin', ${age}::integer, ${JSON.stringify(answers)}, ${note}::text)
    returning id`);
  return { id: row!.id, attendeeId };
}
