// Sessions, known by the hash of their token: the database cannot leak one.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Organiser } from './organiser.ts';

export async function findOrganiserBySession(
  database: Queryable,
  tokenHash: Buffer,
  now: Date,
): Promise<Organiser | null> {
  const [row] = await database.query<Organiser>(sql`
    select o.id, o.handle, o.name, o.email, o.time_zone as "timeZone", o.locale, o.language,
      o.booking_calendar_id as "bookingCalendarId", o.hours_version as "hoursVersion",
      false as "isDisabled"
    from sessions s join organisers o on o.id = s.organiser_id
    where s.token_hash = ${tokenHash} and s.expires_at > ${now} and o.disabled_at is null`);
  return row ?? null;
}

export async function insertSession(
  database: Queryable,
  session: { tokenHash: Buffer; organiserId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { tokenHash, organiserId, createdAt, expiresAt } = session;
  await database.query(sql`
    insert into sessions (token_hash, organiser_id, created_at, expires_at)
    values (${tokenHash}, ${organiserId}, ${createdAt}, ${expiresAt})`);
}

export async function deleteSession(database: Queryable, tokenHash: Buffer): Promise<void> {
  await database.query(sql`delete from sessions where token_hash = ${tokenHash}`);
}

export async function deleteSessionsOf(database: Queryable, organiserId: string): Promise<void> {
  await database.query(sql`delete from sessions where organiser_id = ${organiserId}`);
}

/** And the browser's language with it, for the mails. */
export async function updateLastSignIn(
  database: Queryable,
  organiserId: string,
  { at, locale }: { at: Date; locale: string },
): Promise<void> {
  await database.query(sql`
    update organisers set last_sign_in_at = ${at}, locale = ${locale} where id = ${organiserId}`);
}

export async function deleteExpiredSessions(database: Queryable, now: Date): Promise<void> {
  await database.query(sql`delete from sessions where expires_at <= ${now}`);
}
