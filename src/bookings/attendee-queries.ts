// Attendees: kept once per organiser and address, from the moment the address is proven.
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
    values (${organiserId}, lower(${email}), ${name}, ${phone}, ${now})
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
    values (${organiserId}, lower(${email}), ${name}, ${phone}, ${now})
    on conflict (organiser_id, email) do update set email = excluded.email
    returning id`);
  return row!.id;
}
