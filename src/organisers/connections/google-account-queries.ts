// The Google accounts of organisers: how they are found, connected and disconnected.
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
      a.position = (select min(position) from google_accounts own where own.organiser_id = a.organiser_id) as "isFirst",
      a.refresh_token_sealed is not null as "hasRefreshToken", a.refresh_token_ends_at as "refreshTokenEndsAt",
      a.state, a.state_reason as "stateReason", a.last_success_at as "lastSuccessAt",
      a.last_error_at as "lastErrorAt", a.last_error_code as "lastErrorCode", a.connected_at as "connectedAt",
      a.listed_at as "listedAt", a.told_broken_at as "toldBrokenAt", o.disabled_at is not null as "isDisabled"
    from google_accounts a join organisers o on o.id = a.organiser_id
    where a.subject = ${subject}`);
  return row ?? null;
}

/** In the order in which they were added. Disconnected ones are among them. */
export async function listGoogleAccounts(
  database: Queryable,
  organiserId: string,
): Promise<GoogleAccount[]> {
  return database.query<GoogleAccount>(sql`
    select id, organiser_id as "organiserId", subject, email,
      position = min(position) over () as "isFirst",
      refresh_token_sealed is not null as "hasRefreshToken", refresh_token_ends_at as "refreshTokenEndsAt",
      state, state_reason as "stateReason", last_success_at as "lastSuccessAt",
      last_error_at as "lastErrorAt", last_error_code as "lastErrorCode", connected_at as "connectedAt",
      listed_at as "listedAt", told_broken_at as "toldBrokenAt"
    from google_accounts where organiser_id = ${organiserId} order by position`);
}

export type NewAccount = {
  id: string;
  organiserId: string;
  subject: string;
  email: string;
  refreshTokenSealed: Buffer;
  refreshTokenEndsAt?: Date | null;
  scopes: string[];
};

export async function insertAccount(
  database: Queryable,
  account: NewAccount,
  now: Date,
): Promise<void> {
  const { id, organiserId, subject, email, refreshTokenSealed, scopes } = account;
  const endsAt = account.refreshTokenEndsAt ?? null;
  await database.query(sql`
    insert into google_accounts
      (id, organiser_id, subject, email, refresh_token_sealed, refresh_token_ends_at, scopes, state, connected_at)
    values
      (${id}, ${organiserId}, ${subject}, ${email}, ${refreshTokenSealed}, ${endsAt}, ${scopes}, 'connected',
       ${now})`);
}

export type HealedAccount = {
  id: string;
  email: string;
  scopes: string[];
  /** Null: the stored one stays. */
  refreshTokenSealed: Buffer | null;
  refreshTokenEndsAt: Date | null;
};

export async function updateConnectedAccount(
  database: Queryable,
  account: HealedAccount,
  now: Date,
): Promise<void> {
  const { id, email, scopes, refreshTokenSealed, refreshTokenEndsAt } = account;
  await database.query(sql`
    update google_accounts set email = ${email}, scopes = ${scopes},
      refresh_token_sealed = coalesce(${refreshTokenSealed}::bytea, refresh_token_sealed),
      refresh_token_ends_at = case when ${refreshTokenSealed}::bytea is null then refresh_token_ends_at
        else ${refreshTokenEndsAt}::timestamptz end,
      state = 'connected', state_reason = null, connected_at = ${now}
    where id = ${id}`);
}

/** Erases the token, and with it all that could be done in the account's name. */
export async function updateDisconnectedAccount(database: Queryable, id: string): Promise<void> {
  await database.query(sql`
    update google_accounts
    set state = 'disconnected', state_reason = null, refresh_token_sealed = null, refresh_token_ends_at = null,
      scopes = '{}', told_broken_at = null
    where id = ${id}`);
}

/** Its calendars go with it. */
export async function deleteAccount(database: Queryable, id: string): Promise<void> {
  await database.query(sql`delete from google_accounts where id = ${id}`);
}
