// What time alone does to bookings, in small portions.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Organisers with anything to expire, to complete, to erase or to delete, or with a clash that may be over, in the order in which locks are taken. */
export async function listOrganisersToSweep(database: Queryable, now: Date): Promise<string[]> {
  const rows = await database.query<{ organiserId: string }>(sql`
    select organiser_id as "organiserId" from bookings
    where state in ('held', 'requested') and expires_at <= ${now}
    union
    select organiser_id from bookings where clashing and state = 'confirmed'
    union
    select organiser_id from bookings where state = 'confirmed' and upper(blocked) <= ${now}
    union
    select organiser_id from bookings
    where state in ('expired', 'cancelled') and changed_at <= ${now}::timestamptz - interval '1 day'
      and (requested_at is null
        or (proven_at is null and confirmed_at is null and attendee_email is not null))
    union
    select organiser_id from bookings
    where client is not null and state <> 'held'
      and coalesce(requested_at, changed_at) <= ${now}::timestamptz - interval '1 hour'
    order by 1`);
  return rows.map((row) => row.organiserId);
}

/** Expired requests whose attendee has not been told, by whichever transaction they were expired. */
export async function listUntoldExpired(
  database: Queryable,
  now: Date,
): Promise<{ bookingId: string; revision: number }[]> {
  return database.query(sql`
    select id as "bookingId", revision from bookings
    where state = 'expired' and requested_at is not null and attendee_email is not null
      and changed_at > ${now}::timestamptz - interval '1 day'
      and (starts_at > ${now} or proven_at is not null)
      and not exists (
        select from sent_mails where booking_id = bookings.id and message = 'expired' and revision = bookings.revision
      )
    limit 100`);
}

/**
 * Appointments within a day that were settled for their time before that day began: whoever books or moves later has just
 * had a mail with it.
 */
export async function listDueReminders(
  database: Queryable,
  now: Date,
): Promise<{ bookingId: string; revision: number }[]> {
  return database.query(sql`
    select id as "bookingId", revision from bookings
    where state = 'confirmed' and starts_at > ${now} and starts_at <= ${now}::timestamptz + interval '24 hours'
      and exists (
        select from booking_history settled
        where settled.booking_id = bookings.id and settled.state = 'confirmed'
          and settled.starts_at = bookings.starts_at and settled.at <= bookings.starts_at - interval '24 hours'
      )
      and not exists (
        select from sent_mails where booking_id = bookings.id and message = 'reminder'
          and sent_at >= bookings.starts_at - interval '24 hours'
      )
    order by starts_at
    limit 100`);
}

/** Not before its buffer is over, too: until then it keeps others away. */
export async function updateEndedToCompleted(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    update bookings set state = 'completed', changed_at = ${now}, changed_by = 'system', reason = null
    where organiser_id = ${organiserId} and state = 'confirmed' and upper(blocked) <= ${now}`);
}

/** A form that nobody proved is kept for a day, so that a late press of the link can still use it. */
export async function eraseUnprovenForms(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    update bookings set attendee_name = null, attendee_email = null, attendee_phone = null,
      attendee_time_zone = null, attendee_locale = null, new_patient = null, age = null, gender = null,
      address = null, answers = null, note = null, client = null
    where organiser_id = ${organiserId} and state in ('expired', 'cancelled')
      and proven_at is null and confirmed_at is null
      and attendee_email is not null and changed_at <= ${now}::timestamptz - interval '1 day'`);
}

/** Who a client was is kept for the limits alone, which look back an hour. */
export async function eraseSpentClients(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    update bookings set client = null
    where organiser_id = ${organiserId} and client is not null and state <> 'held'
      and coalesce(requested_at, changed_at) <= ${now}::timestamptz - interval '1 hour'`);
}

/** Holds that came to nothing are forgotten after a day. */
export async function deleteSpentHolds(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    delete from bookings
    where organiser_id = ${organiserId} and requested_at is null and state in ('expired', 'cancelled')
      and changed_at <= ${now}::timestamptz - interval '1 day'`);
}

/** Used-up Idempotency-Keys. */
export async function deleteOldKeys(database: Queryable, now: Date): Promise<void> {
  await database.query(sql`
    delete from idempotent_requests where created_at <= ${now}::timestamptz - interval '24 hours'`);
}
