// Changes of an organiser's records of people, each under the organiser's lock.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Attendee } from './attendee.ts';

export async function updateNote(
  database: Queryable,
  organiserId: string,
  id: string,
  note: string | null,
): Promise<void> {
  await database.query(sql`
    update attendees set note = ${note} where organiser_id = ${organiserId} and id = ${id}`);
}

/** What it has been called, who it is now. */
export async function updateMerged(
  database: Queryable,
  { id, name, email, phone, note, createdAt }: Attendee,
): Promise<void> {
  await database.query(sql`
    update attendees
    set name = ${name}, email = ${email}, phone = ${phone}, note = ${note}, created_at = ${createdAt}
    where id = ${id}`);
}

export async function updateBookingsAttendee(
  database: Queryable,
  from: string,
  to: string,
): Promise<void> {
  await database.query(sql`update bookings set attendee_id = ${to} where attendee_id = ${from}`);
}

/** With its former addresses. */
export async function deleteAttendee(database: Queryable, id: string): Promise<void> {
  await database.query(sql`delete from attendees where id = ${id}`);
}

export async function insertFormerAddresses(
  database: Queryable,
  organiserId: string,
  attendeeId: string,
  emails: readonly string[],
): Promise<void> {
  await database.query(sql`
    insert into former_addresses (organiser_id, email, attendee_id)
    select ${organiserId}, email, ${attendeeId} from unnest(${emails}::text[]) as email
    on conflict (organiser_id, email) do update set attendee_id = excluded.attendee_id`);
}
