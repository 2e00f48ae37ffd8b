// How long Google has asked for an account to be left alone. A success after that ends the row of refusals: see
// account-queries.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** When Google asked for the first time in a row: now, or earlier. Null when the account is gone. */
export async function updateBackOffSince(
  database: Queryable,
  accountId: string,
  now: Date,
): Promise<Date | null> {
  const [row] = await database.query<{ since: Date }>(sql`
    update google_accounts set backs_off_since = coalesce(backs_off_since, ${now}) where id = ${accountId}
    returning backs_off_since as since`);
  return row?.since ?? null;
}

export async function updateBackOffUntil(
  database: Queryable,
  accountId: string,
  until: Date,
): Promise<void> {
  await database.query(sql`
    update google_accounts set backs_off_until = greatest(backs_off_until, ${until}) where id = ${accountId}`);
}
