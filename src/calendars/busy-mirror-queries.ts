// The busy mirrors: Google's free/busy as it was last told, one row per calendar.
import { fromBytes, toBytes, type Packed } from '../availability/intervals.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Account, Mirror, Period, TickedCalendar } from './calendar.ts';

type MirrorRow = Omit<Mirror, 'busy' | 'covers'> & {
  busy: Buffer | null;
  coversFrom: Date | null;
  coversTo: Date | null;
};

export async function listMirrors(database: Queryable, organiserId: string): Promise<Mirror[]> {
  const rows = await database.query<MirrorRow>(sql`
    select account.state as "accountState", calendar.id as "calendarId", mirror.busy,
      lower(mirror.covers) as "coversFrom", upper(mirror.covers) as "coversTo",
      mirror.checked_at as "checkedAt", mirror.error
    from google_accounts account
    join calendars calendar on calendar.google_account_id = account.id and calendar.counts_as_busy
    left join busy_mirrors mirror on mirror.calendar_id = calendar.id
    where account.organiser_id = ${organiserId}`);
  return rows.map(mirrorOf);
}

function mirrorOf(row: MirrorRow): Mirror {
  const { busy, coversFrom, coversTo, ...rest } = row;
  const covers = coversFrom && coversTo ? { from: coversFrom, to: coversTo } : null;
  return { ...rest, busy: fromBytes(busy ?? new Uint8Array()), covers };
}

type TickedRow = Omit<TickedCalendar, 'account'> & {
  accountId: string;
  organiserId: string;
  email: string;
  state: Account['state'];
  refreshTokenSealed: Buffer | null;
};

export async function listTickedCalendars(
  database: Queryable,
  organiserId: string,
): Promise<TickedCalendar[]> {
  const rows = await database.query<TickedRow>(sql`
    select calendar.id, calendar.google_calendar_id as "googleCalendarId",
      account.backs_off_until as "backsOffUntil", mirror.failed_at as "failedAt", account.id as "accountId",
      account.organiser_id as "organiserId", account.email, account.state,
      account.refresh_token_sealed as "refreshTokenSealed"
    from calendars calendar
    join google_accounts account on account.id = calendar.google_account_id
    left join busy_mirrors mirror on mirror.calendar_id = calendar.id
    where calendar.organiser_id = ${organiserId} and calendar.counts_as_busy
    order by account.id, calendar.id`);
  return rows.map(tickedOf);
}

function tickedOf(row: TickedRow): TickedCalendar {
  const { accountId, organiserId, email, state, refreshTokenSealed, ...calendar } = row;
  return { ...calendar, account: { id: accountId, organiserId, email, state, refreshTokenSealed } };
}

/** The longest look ahead of the organiser's event types; null without any. */
export async function findGreatestHorizonDays(
  database: Queryable,
  organiserId: string,
): Promise<number | null> {
  const [row] = await database.query<{ days: number | null }>(sql`
    select max(horizon_days) as days from event_types where organiser_id = ${organiserId}`);
  return row?.days ?? null;
}

/** An answer that was asked for later stays. */
export async function upsertMirror(
  database: Queryable,
  calendarId: string,
  mirror: { busy: Packed; covers: Period; checkedAt: Date },
): Promise<void> {
  const { busy, covers, checkedAt } = mirror;
  await database.query(sql`
    insert into busy_mirrors (calendar_id, organiser_id, busy, covers, checked_at)
    select id, organiser_id, ${toBytes(busy)}::bytea,
      tstzrange(${covers.from}::timestamptz, ${covers.to}::timestamptz), ${checkedAt}::timestamptz
    from calendars where id = ${calendarId}
    on conflict (calendar_id) do update
    set busy = excluded.busy, covers = excluded.covers, checked_at = excluded.checked_at,
      error = null, failed_at = null
    where busy_mirrors.checked_at is null or busy_mirrors.checked_at <= excluded.checked_at`);
}

/** `error`: Google's reason why the calendar cannot be read; null keeps what is known, for as long as it may serve. */
export async function upsertMirrorFailure(
  database: Queryable,
  calendarId: string,
  failedAt: Date,
  error: string | null,
): Promise<void> {
  await database.query(sql`
    insert into busy_mirrors (calendar_id, organiser_id, failed_at, error)
    select id, organiser_id, ${failedAt}::timestamptz, ${error}::text from calendars where id = ${calendarId}
    on conflict (calendar_id) do update
    set failed_at = excluded.failed_at, error = coalesce(excluded.error, busy_mirrors.error)`);
}
