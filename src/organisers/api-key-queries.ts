// Keys with which an organiser's own programs sign in.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Problem } from '../problem.ts';
import type { Organiser } from './organiser.ts';

export type ApiKey = { id: string; name: string; createdAt: Date };

export async function findOrganiserByApiKey(
  database: Queryable,
  keyHash: Buffer,
): Promise<Organiser | null> {
  const [row] = await database.query<Organiser>(sql`
    select o.id, o.handle, o.name, o.email, o.time_zone as "timeZone", o.locale,
      o.booking_calendar_id as "bookingCalendarId", o.hours_version as "hoursVersion",
      false as "isDisabled"
    from api_keys k join organisers o on o.id = k.organiser_id
    where k.key_hash = ${keyHash} and o.disabled_at is null`);
  return row ?? null;
}

export async function insertApiKey(
  database: Queryable,
  key: { organiserId: string; name: string; keyHash: Buffer },
  now: Date,
): Promise<ApiKey> {
  const [row] = await database.query<ApiKey>(sql`
    insert into api_keys (organiser_id, name, key_hash, created_at)
    values (${key.organiserId}, ${key.name}, ${key.keyHash}, ${now})
    returning id, name, created_at as "createdAt"`);
  return row!;
}

export async function listApiKeys(database: Queryable, organiserId: string): Promise<ApiKey[]> {
  return database.query<ApiKey>(sql`
    select id, name, created_at as "createdAt" from api_keys
    where organiser_id = ${organiserId} order by created_at, id`);
}

/** Throws not_found, for another organiser's key too. */
export async function deleteApiKey(
  database: Queryable,
  organiserId: string,
  id: string,
): Promise<void> {
  const rows = await database.query(sql`
    delete from api_keys where organiser_id = ${organiserId} and id = ${id} returning id`);
  if (rows.length === 0) throw new Problem('not_found', 'You have no such API key.');
}
