// How far each followed calendar has been read.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { Account } from '../calendar.ts';

export type FollowedCalendar = {
  calendarId: string;
  googleCalendarId: string;
  account: Account;
  /** Null: all of it is to be read. */
  syncToken: string | null;
  failingSince: Date | null;
  /** The account is left alone until then. */
  backsOffUntil: Date | null;
};

type CalendarRow = Omit<FollowedCalendar, 'account'> & {
  accountId: string;
  organiserId: string;
  email: string;
  state: Account['state'];
  refreshTokenSealed: Buffer | null;
};

export async function findFollowedCalendar(
  database: Queryable,
  calendarId: string,
): Promise<FollowedCalendar | null> {
  const [row] = await database.query<CalendarRow>(sql`
    select calendar.id as "calendarId", calendar.google_calendar_id as "googleCalendarId",
      followed.sync_token as "syncToken", followed.failing_since as "failingSince",
      account.backs_off_until as "backsOffUntil", account.id as "accountId",
      account.organiser_id as "organiserId", account.email, account.state,
      account.refresh_token_sealed as "refreshTokenSealed"
    from calendars calendar
    join google_accounts account on account.id = calendar.google_account_id
    left join followed_calendars followed on followed.calendar_id = calendar.id
    where calendar.id = ${calendarId}`);
  if (!row) return null;
  const { accountId, organiserId, email, state, refreshTokenSealed, ...calendar } = row;
  const account = { id: accountId, organiserId, email, state, refreshTokenSealed };
  return { ...calendar, account };
}

export async function updateSynced(
  database: Queryable,
  calendarId: string,
  { syncToken, at }: { syncToken: string; at: Date },
): Promise<void> {
  await database.query(sql`
    insert into followed_calendars (calendar_id, sync_token, synced_at)
    select id, ${syncToken}::text, ${at}::timestamptz from calendars where id = ${calendarId}
    on conflict (calendar_id) do update
    set sync_token = excluded.sync_token, synced_at = excluded.synced_at,
      error = null, failed_at = null, failing_since = null`);
}

/** The token stays: what is not read yet is read the next time. */
export async function updateSyncFailed(
  database: Queryable,
  calendarId: string,
  error: string,
  at: Date,
): Promise<void> {
  await database.query(sql`
    insert into followed_calendars (calendar_id, error, failed_at, failing_since)
    select id, ${error}::text, ${at}::timestamptz, ${at}::timestamptz from calendars where id = ${calendarId}
    on conflict (calendar_id) do update
    set error = excluded.error, failed_at = excluded.failed_at,
      failing_since = coalesce(followed_calendars.failing_since, excluded.failing_since)`);
}
