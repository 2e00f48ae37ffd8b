// Connected Google accounts: which there are, and how they fare.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Account } from './calendar.ts';

export async function listAccounts(database: Queryable, organiserId: string): Promise<Account[]> {
  return database.query<Account>(sql`
    select id, organiser_id as "organiserId", email, state, refresh_token_sealed as "refreshTokenSealed"
    from google_accounts
    where organiser_id = ${organiserId}
    order by position`);
}

export async function updateAccountSuccess(
  database: Queryable,
  accountId: string,
  at: Date,
): Promise<void> {
  await database.query(sql`
    update google_accounts
    set last_success_at = ${at}, backs_off_since = case when backs_off_until > ${at} then backs_off_since end
    where id = ${accountId}`);
}

export async function updateAccountError(
  database: Queryable,
  accountId: string,
  at: Date,
  { code, error }: { code: string; error: string },
): Promise<void> {
  await database.query(sql`
    update google_accounts set last_error_at = ${at}, last_error_code = ${code}, last_error = ${error}
    where id = ${accountId}`);
}

/** True when this call changed it: not when it was so already, nor when another token has come meanwhile. */
export async function updateAccountToReconnect(
  database: Queryable,
  account: Account,
  at: Date,
  reason: { code: string; error: string },
): Promise<boolean> {
  const rows = await database.query(sql`
    update google_accounts
    set state = 'needs_reconnect', state_reason = ${reason.code}, last_error_at = ${at},
      last_error_code = ${reason.code}, last_error = ${reason.error}
    where id = ${account.id} and state = 'connected'
      and refresh_token_sealed is not distinct from ${account.refreshTokenSealed}
    returning id`);
  return rows.length > 0;
}

export async function updateListedAt(
  database: Queryable,
  accountId: string,
  at: Date,
): Promise<void> {
  await database.query(sql`
    update google_accounts set listed_at = ${at} where id = ${accountId}`);
}
