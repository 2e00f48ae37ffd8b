// Attendees: kept once per organiser and address, from the moment the address is proven. An address of a record that was
// merged into another leads there.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { AttendeeForm } from './booking.ts';

/** The latest name and phone win. Returns the attendee's id. */
export async function upsertAttendee(
  database: Queryable,
  organiserId: string,
  { email, name, phone }: Pick<AttendeeForm, 'email' | 'name' | 'phone'>,
  now: Date,
): Promise<string> {
  const [row] = await database.query<{ id: string }>(sql`
    insert into attendees (organiser_id, email, name, phone, created_at)
    values (${organiserId}, ${await findMergedAddress(database, organiserId, email)}, ${name}, ${phone}, ${now})
    on conflict (organiser_id, email) do update
    set name = excluded.name, phone = coalesce(excluded.phone, attendees.phone)
    returning id`);
  return row!.id;
}

/** For an address that nobody has proven: what is known of it already stays. */
export async function findOrInsertAttendee(
  database: Queryable,
  organiserId: string,
  { email, name, phone }: Pick<AttendeeForm, 'email' | 'name' | 'phone'>,
  now: Date,
): Promise<string> {
  const [row] = await database.query<{ id: string }>(sql`
    insert into attendees (organiser_id, email, name, phone, created_at)
    values (${organiserId}, ${await findMergedAddress(database, organiserId, email)}, ${name}, ${phone}, ${now})
    on conflict (organiser_id, email) do update set email = excluded.email
    returning id`);
  return row!.id;
}

/** Which address the record goes by. */
async function findMergedAddress(
  database: Queryable,
  organiserId: string,
  email: string,
): Promise<string> {
  const [row] = await database.query<{ email: string }>(sql`
    select coalesce(max(a.email), lower(${email})) as email
    from former_addresses former join attendees a on a.id = former.attendee_id
    where former.organiser_id = ${organiserId} and former.email = lower(${email})`);
  return row!.email;
}
