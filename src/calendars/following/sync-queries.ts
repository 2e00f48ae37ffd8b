// How far each followed calendar has been read, and who reads it now.
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

/** False while somebody else reads the calendar. A reader that died is waited for until its time is up. */
export async function claimCalendar(
  database: Queryable,
  calendarId: string,
  { reader, now, until }: { reader: string; now: Date; until: Date },
): Promise<boolean> {
  const rows = await database.query(sql`
    insert into followed_calendars (calendar_id, reader, reader_until)
    values (${calendarId}, ${reader}, ${until})
    on conflict (calendar_id) do update set reader = excluded.reader, reader_until = excluded.reader_until
    where followed_calendars.reader is null or followed_calendars.reader_until <= ${now}
    returning calendar_id`);
  return rows.length > 0;
}

export async function releaseCalendar(
  database: Queryable,
  calendarId: string,
  reader: string,
): Promise<void> {
  await database.query(sql`
    update followed_calendars set reader = null, reader_until = null
    where calendar_id = ${calendarId} and reader = ${reader}`);
}

/** Nothing is kept of a reader whose time was up: another has the calendar. */
export async function updateSynced(
  database: Queryable,
  calendarId: string,
  { reader, syncToken, at }: { reader: string; syncToken: string; at: Date },
): Promise<void> {
  await database.query(sql`
    update followed_calendars
    set sync_token = ${syncToken}, synced_at = ${at}, error = null, failed_at = null, failing_since = null
    where calendar_id = ${calendarId} and reader = ${reader}`);
}

/** The token stays: what is not read yet is read the next time. */
export async function updateSyncFailed(
  database: Queryable,
  calendarId: string,
  error: string,
  at: Date,
): Promise<void> {
  await database.query(sql`
    update followed_calendars
    set error = ${error}, failed_at = ${at}, failing_since = coalesce(failing_since, ${at})
    where calendar_id = ${calendarId}`);
}

export async function updateBackOff(
  database: Queryable,
  accountId: string,
  until: Date,
): Promise<void> {
  await database.query(sql`
    update google_accounts set backs_off_until = ${until} where id = ${accountId}`);
}

/** Calendars that may hold bookings and were last asked before the given moment, or never. */
export async function listCalendarsToFollow(
  database: Queryable,
  { before, now }: { before: Date; now: Date },
): Promise<{ calendarId: string; isNew: boolean }[]> {
  return database.query(sql`
    select calendar.id as "calendarId", followed.synced_at is null as "isNew"
    from calendars calendar
    join organisers organiser on organiser.id = calendar.organiser_id and organiser.disabled_at is null
    join google_accounts account on account.id = calendar.google_account_id and account.state = 'connected'
      and (account.backs_off_until is null or account.backs_off_until <= ${now})
    left join followed_calendars followed on followed.calendar_id = calendar.id
    where coalesce(greatest(followed.synced_at, followed.failed_at), '-infinity') <= ${before}
      and (organiser.booking_calendar_id = calendar.id or exists (
        select from bookings where bookings.calendar_id = calendar.id and state = 'confirmed' and ends_at > ${now}
      ))`);
}

/** How far a calendar has been read, for those who show it. Null before anybody began to. */
export async function findSyncState(
  database: Queryable,
  calendarId: string,
): Promise<{ syncedAt: Date | null; failedAt: Date | null; error: string | null } | null> {
  const [row] = await database.query<{
    syncedAt: Date | null;
    failedAt: Date | null;
    error: string | null;
  }>(sql`
    select synced_at as "syncedAt", failed_at as "failedAt", error
    from followed_calendars where calendar_id = ${calendarId}`);
  return row ?? null;
}
