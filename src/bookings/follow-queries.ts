// What a change at Google does to a booking's row, under the organiser's lock.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { AttendeeResponse, Booking } from './booking.ts';
import type { Change } from './change-queries.ts';
import type { Period } from './hold-queries.ts';

/** Active rows of the organiser that a time would meet. */
export async function listMet(
  database: Queryable,
  { id, organiserId }: Pick<Booking, 'id' | 'organiserId'>,
  { from, to }: Period,
): Promise<{ isSettled: boolean }[]> {
  return database.query(sql`
    select state = 'confirmed' or proven_at is not null as "isSettled" from bookings
    where organiser_id = ${organiserId} and id <> ${id} and blocked && tstzrange(${from}, ${to})
      and state in ('held', 'requested', 'confirmed')`);
}

export type FollowedTimes = { startsAt: Date; endsAt: Date; blocked: Period; clashing: boolean };

/** The organiser has decided where it is: where that meets another row, it stands outside of the constraint. What seemed
    over is yet to come. */
export async function updateFollowedTimes(
  database: Queryable,
  { id, now, actor }: Change,
  { startsAt, endsAt, blocked, clashing }: FollowedTimes,
): Promise<void> {
  await database.query(sql`
    update bookings set state = 'confirmed', starts_at = ${startsAt}, ends_at = ${endsAt},
      blocked = tstzrange(${blocked.from}, ${blocked.to}), clashing = ${clashing},
      changed_at = ${now}, changed_by = ${actor}, reason = null, revision = revision + 1
    where id = ${id} and state in ('confirmed', 'completed')`);
}

/** The end is taken back, and with it what was said of it. */
export async function updateToRestored(
  database: Queryable,
  { id, now, actor }: Change,
  { startsAt, endsAt, blocked, clashing }: FollowedTimes,
): Promise<void> {
  await database.query(sql`
    update bookings set state = 'confirmed', starts_at = ${startsAt}, ends_at = ${endsAt},
      blocked = tstzrange(${blocked.from}, ${blocked.to}), clashing = ${clashing},
      changed_at = ${now}, changed_by = ${actor}, reason = null, revision = revision + 1
    where id = ${id} and state = 'cancelled'`);
}

/** No change of the booking itself: revision and `changed_at` stay. */
export async function updateResponse(
  database: Queryable,
  id: string,
  { response, comment, at }: { response: AttendeeResponse; comment: string | null; at: Date },
): Promise<void> {
  await database.query(sql`
    update bookings set attendee_response = ${response}, attendee_comment = ${comment}, responded_at = ${at}
    where id = ${id}`);
}

/** Clashing rows that meet no other any more are back in the constraint. One at a time: two of them may meet. */
export async function updateReentering(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    update bookings set clashing = false, changed_at = ${now}, changed_by = 'system'
    where organiser_id = ${organiserId} and clashing and state = 'confirmed' and not exists (
      select from bookings other
      where other.organiser_id = bookings.organiser_id and other.id <> bookings.id
        and other.blocked && bookings.blocked and other.state in ('held', 'requested', 'confirmed')
    )`);
}
