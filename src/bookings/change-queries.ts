// The changes of a booking, each under the organiser's lock. Each raises the revision that mails and calendar event
// follow. What would overlap is refused by the constraint, and told as slot_taken.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { violates } from '../database/violations.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Actor, AttendeeForm, Booking } from './booking.ts';
import type { Period } from './hold-queries.ts';

export type Change = { id: string; now: Date; actor: Actor };

/** The form is in, and its questions are kept with it: a living hold becomes a request. False when the hold is over. */
export async function updateToRequested(
  database: Queryable,
  { id, now }: Change,
  attendee: AttendeeForm,
  expiresAt: Date,
): Promise<boolean> {
  const rows = await database.query(sql`
    update bookings set state = 'requested', expires_at = ${expiresAt}, requested_at = ${now},
      changed_at = ${now}, changed_by = 'attendee', revision = revision + 1,
      attendee_name = ${attendee.name}, attendee_email = ${attendee.email}, attendee_phone = ${attendee.phone},
      attendee_time_zone = ${attendee.timeZone}, attendee_locale = ${attendee.locale},
      new_patient = ${attendee.newPatient}, age = ${attendee.age}, gender = ${attendee.gender},
      address = ${attendee.address}, answers = ${JSON.stringify(attendee.answers)}, note = ${attendee.note},
      asked_questions = (
        select coalesce(jsonb_agg(jsonb_build_object('key', q -> 'key', 'label', q -> 'label') order by nth), '[]')
        from event_types e, jsonb_array_elements(e.questions) with ordinality as asked (q, nth)
        where e.id = event_type_id
      )
    where id = ${id} and state = 'held' and expires_at > ${now} returning id`);
  return rows.length > 0;
}

/** The address is proven and the organiser is to decide. The link of whoever typed the form dies. */
export async function updateToProven(
  database: Queryable,
  { id, now }: Change,
  expiresAt: Date,
): Promise<void> {
  await database
    .query(sql`
    update bookings set state = 'requested', proven_at = ${now}, expires_at = ${expiresAt},
      changed_at = ${now}, changed_by = 'attendee', reason = null, revision = revision + 1,
      manage_generation = manage_generation + 1
    where id = ${id} and state in ('requested', 'expired')`)
    .catch(refuseOverlap);
}

/** With the proof, the link of whoever typed the form dies. */
export async function updateToConfirmed(
  database: Queryable,
  { id, now, actor }: Change,
  { attendeeId, isProof }: { attendeeId: string; isProof: boolean },
): Promise<void> {
  await database
    .query(sql`
    update bookings set state = 'confirmed', confirmed_at = ${now}, expires_at = null,
      proven_at = case when ${isProof} then ${now} else proven_at end,
      manage_generation = manage_generation + ${isProof ? 1 : 0},
      attendee_id = ${attendeeId}, changed_at = ${now}, changed_by = ${actor}, reason = null, revision = revision + 1
    where id = ${id} and state in ('requested', 'expired')`)
    .catch(refuseOverlap);
}

export async function updateTimes(
  database: Queryable,
  { id, now, actor }: Change,
  times: { startsAt: Date; endsAt: Date; blocked: Period },
): Promise<void> {
  const { startsAt, endsAt, blocked } = times;
  await database
    .query(sql`
    update bookings set starts_at = ${startsAt}, ends_at = ${endsAt},
      blocked = tstzrange(${blocked.from}, ${blocked.to}), clashing = false,
      changed_at = ${now}, changed_by = ${actor}, reason = null, revision = revision + 1
    where id = ${id} and state = 'confirmed'`)
    .catch(refuseOverlap);
}

export async function updateToCancelled(
  database: Queryable,
  { id, now, actor }: Change,
  reason: string | null,
): Promise<void> {
  await database.query(sql`
    update bookings set state = 'cancelled', changed_at = ${now}, changed_by = ${actor}, reason = ${reason},
      revision = revision + 1
    where id = ${id} and state in ('held', 'requested', 'confirmed')`);
}

/** After the visit; the organiser may correct the one into the other. */
export async function updateToVisited(
  database: Queryable,
  { id, now, actor }: Change,
  state: 'completed' | 'no_show',
): Promise<void> {
  await database.query(sql`
    update bookings set state = ${state}, changed_at = ${now}, changed_by = ${actor}, reason = null
    where id = ${id} and state in ('confirmed', 'completed', 'no_show')`);
}

/** No change of the booking itself: who changed it last, and when, stays. */
export async function updateKept(
  database: Queryable,
  { id, now }: Omit<Change, 'actor'>,
): Promise<void> {
  await database.query(sql`update bookings set kept_at = ${now} where id = ${id}`);
}

/** The organiser's own, likewise. */
export async function updateOrganiserNote(
  database: Queryable,
  { id, now }: Omit<Change, 'actor'>,
  note: string | null,
): Promise<void> {
  await database.query(sql`
    update bookings set organiser_note = ${note}, noted_at = ${now}
    where id = ${id} and organiser_note is distinct from ${note}`);
}

/** Bookings that stand outside of the constraint count all the same. Throws slot_taken. */
export async function refuseClash(
  database: Queryable,
  { id, organiserId, blocked }: Pick<Booking, 'id' | 'organiserId' | 'blocked'>,
): Promise<void> {
  const [row] = await database.query<{ meets: boolean }>(sql`
    select meets_clashing(${organiserId}, tstzrange(${blocked.from}, ${blocked.to}), ${id}) as meets`);
  if (row!.meets) throw slotTaken();
}

export async function isDayFull(
  database: Queryable,
  organiserId: string,
  day: Period,
  dailyCap: number | null,
  own: string,
): Promise<boolean> {
  const [row] = await database.query<{ full: boolean }>(sql`
    select is_day_full(${organiserId}, tstzrange(${day.from}, ${day.to}), ${dailyCap}, ${own}) as full`);
  return row!.full;
}

function refuseOverlap(error: unknown): never {
  if (!violates(error, 'no_overlap')) throw error;
  throw slotTaken(error);
}

export function slotTaken(cause?: unknown): Problem {
  return new Problem(
    'slot_taken',
    say('Somebody else has taken this time. Please choose another.'),
    {
      cause,
    },
  );
}
