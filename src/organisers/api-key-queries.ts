// Keys with which an organiser's own programs sign in.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Organiser } from './organiser.ts';

/** What a key may do: see alone, or change as well. */
export const keyScopes = ['read', 'write'] as const;
export type KeyScope = (typeof keyScopes)[number];

export type ApiKey = {
  id: string;
  name: string;
  scope: KeyScope;
  createdAt: Date;
  /** To the minute: a key in steady use is not written down each time. */
  lastUsedAt: Date | null;
};

export type KeyHolder = {
  organiser: Organiser;
  keyId: string;
  scope: KeyScope;
  lastUsedAt: Date | null;
};

export async function findOrganiserByApiKey(
  database: Queryable,
  keyHash: Buffer,
): Promise<KeyHolder | null> {
  type Row = Organiser & Pick<KeyHolder, 'keyId' | 'scope' | 'lastUsedAt'>;
  const [row] = await database.query<Row>(sql`
    select o.id, o.handle, o.name, o.email, o.time_zone as "timeZone", o.locale, o.language,
      o.booking_calendar_id as "bookingCalendarId", o.hours_version as "hoursVersion",
      false as "isDisabled", k.id as "keyId", k.scope, k.last_used_at as "lastUsedAt"
    from api_keys k join organisers o on o.id = k.organiser_id
    where k.key_hash = ${keyHash} and o.disabled_at is null`);
  if (!row) return null;
  const { keyId, scope, lastUsedAt, ...organiser } = row;
  return { organiser, keyId, scope, lastUsedAt };
}

export async function updateLastUsed(database: Queryable, keyId: string, at: Date): Promise<void> {
  await database.query(sql`update api_keys set last_used_at = ${at} where id = ${keyId}`);
}

export async function insertApiKey(
  database: Queryable,
  key: { organiserId: string; name: string; scope: KeyScope; keyHash: Buffer },
  now: Date,
): Promise<ApiKey> {
  const [row] = await database.query<ApiKey>(sql`
    insert into api_keys (organiser_id, name, scope, key_hash, created_at)
    values (${key.organiserId}, ${key.name}, ${key.scope}, ${key.keyHash}, ${now})
    returning id, name, scope, created_at as "createdAt", last_used_at as "lastUsedAt"`);
  return row!;
}

export async function listApiKeys(database: Queryable, organiserId: string): Promise<ApiKey[]> {
  return database.query<ApiKey>(sql`
    select id, name, scope, created_at as "createdAt", last_used_at as "lastUsedAt" from api_keys
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
  if (rows.length === 0) throw new Problem('not_found', say('You have no such API key.'));
}

export async function deleteApiKeysOf(database: Queryable, organiserId: string): Promise<void> {
  await database.query(sql`delete from api_keys where organiser_id = ${organiserId}`);
}
