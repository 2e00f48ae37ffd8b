// The Google accounts of organisers: how they are found and connected.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { GoogleAccount } from './google-account.ts';

/** Sign-ins of one account wait for each other, so that a double click creates one organiser. */
export async function lockSubject(database: Queryable, subject: string): Promise<void> {
  await database.query(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
}

export async function findAccountBySubject(
  database: Queryable,
  subject: string,
): Promise<(GoogleAccount & { isDisabled: boolean }) | null> {
  const [row] = await database.query<GoogleAccount & { isDisabled: boolean }>(sql`
    select a.id, a.organiser_id as "organiserId", a.subject, a.email,
      a.refresh_token_sealed is not null as "hasRefreshToken", a.state, a.state_reason as "stateReason",
      a.last_success_at as "lastSuccessAt", a.last_error_at as "lastErrorAt", a.last_error as "lastError",
      a.connected_at as "connectedAt", o.disabled_at is not null as "isDisabled"
    from google_accounts a join organisers o on o.id = a.organiser_id
    where a.subject = ${subject}`);
  return row ?? null;
}

export async function findGoogleAccount(
  database: Queryable,
  id: string,
): Promise<GoogleAccount | null> {
  const [row] = await database.query<GoogleAccount>(sql`
    select id, organiser_id as "organiserId", subject, email,
      refresh_token_sealed is not null as "hasRefreshToken", state, state_reason as "stateReason",
      last_success_at as "lastSuccessAt", last_error_at as "lastErrorAt", last_error as "lastError",
      connected_at as "connectedAt"
    from google_accounts where id = ${id}`);
  return row ?? null;
}

export async function listGoogleAccounts(
  database: Queryable,
  organiserId: string,
): Promise<GoogleAccount[]> {
  return database.query<GoogleAccount>(sql`
    select id, organiser_id as "organiserId", subject, email,
      refresh_token_sealed is not null as "hasRefreshToken", state, state_reason as "stateReason",
      last_success_at as "lastSuccessAt", last_error_at as "lastErrorAt", last_error as "lastError",
      connected_at as "connectedAt"
    from google_accounts where organiser_id = ${organiserId} order by connected_at`);
}

export type NewAccount = {
  id: string;
  organiserId: string;
  subject: string;
  email: string;
  refreshTokenSealed: Buffer;
  scopes: string[];
};

export async function insertAccount(
  database: Queryable,
  account: NewAccount,
  now: Date,
): Promise<void> {
  const { id, organiserId, subject, email, refreshTokenSealed, scopes } = account;
  await database.query(sql`
    insert into google_accounts
      (id, organiser_id, subject, email, refresh_token_sealed, scopes, state, connected_at)
    values
      (${id}, ${organiserId}, ${subject}, ${email}, ${refreshTokenSealed}, ${scopes}, 'connected', ${now})`);
}

/** Heals an account; without a new refresh token the stored one stays. */
export async function updateConnectedAccount(
  database: Queryable,
  account: { id: string; email: string; refreshTokenSealed: Buffer | null; scopes: string[] },
  now: Date,
): Promise<void> {
  const { id, email, refreshTokenSealed, scopes } = account;
  await database.query(sql`
    update google_accounts set email = ${email}, scopes = ${scopes},
      refresh_token_sealed = coalesce(${refreshTokenSealed}::bytea, refresh_token_sealed),
      state = 'connected', state_reason = null, connected_at = ${now}
    where id = ${id}`);
}
