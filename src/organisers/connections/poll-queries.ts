// Which connections are due: for another look at Google, or for a mail to the organiser.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export async function listAccountsToRead(
  database: Queryable,
  before: Date,
): Promise<{ organiserId: string; accountId: string }[]> {
  return database.query<{ organiserId: string; accountId: string }>(sql`
    select account.organiser_id as "organiserId", account.id as "accountId"
    from google_accounts account
    join organisers organiser on organiser.id = account.organiser_id and organiser.disabled_at is null
    where account.state = 'connected' and coalesce(account.listed_at, '-infinity') <= ${before}`);
}

/** Where something may have to be told: the rules decide what. */
export async function listOrganisersWithNews(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ organiserId: string }>(sql`
    select account.organiser_id as "organiserId"
    from google_accounts account
    where (account.state = 'needs_reconnect') <> (account.told_broken_at is not null)
      and account.state <> 'disconnected'
    union
    select calendar.organiser_id
    from calendars calendar
    join google_accounts account on account.id = calendar.google_account_id and account.state = 'connected'
    left join busy_mirrors mirror on mirror.calendar_id = calendar.id
    where (calendar.told_unreadable_at is not null)
      <> (calendar.counts_as_busy and mirror.failed_at is not null)`);
  return rows.map((row) => row.organiserId);
}
