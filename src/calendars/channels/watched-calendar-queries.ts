// Which calendars Google is asked to tell us of, and which are read for what became of their bookings.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { Account } from '../calendar.ts';

export type WatchedCalendar = {
  calendarId: string;
  googleCalendarId: string;
  account: Account;
  /** Bookings are written to it, or one that is yet to come lies there. */
  isFollowed: boolean;
  countsAsBusy: boolean;
  /** Google has asked to be left alone until then. */
  backsOffUntil: Date | null;
};

type WatchedRow = Omit<WatchedCalendar, 'account'> & {
  accountId: string;
  organiserId: string;
  email: string;
  state: Account['state'];
  refreshTokenSealed: Buffer | null;
};

/** Of all organisers, of one, or of one calendar; of connected accounts only: nothing can be asked by the others. */
export async function listWatchedCalendars(
  database: Queryable,
  of: { now: Date; organiserId?: string; calendarId?: string },
): Promise<WatchedCalendar[]> {
  const { now, organiserId = null, calendarId = null } = of;
  const rows = await database.query<WatchedRow>(sql`
    with connected as (
      select calendar.*, account.email, account.state, account.refresh_token_sealed, account.backs_off_until,
        organiser.booking_calendar_id is not distinct from calendar.id
          or exists (select from event_types where event_types.booking_calendar_id = calendar.id)
          or exists (
            select from bookings where bookings.calendar_id = calendar.id
              and google_event_id is not null and bookings.state = 'confirmed' and ends_at > ${now}
          ) as is_followed
      from calendars calendar
      join organisers organiser on organiser.id = calendar.organiser_id and organiser.disabled_at is null
      join google_accounts account on account.id = calendar.google_account_id and account.state = 'connected'
      where (${organiserId}::uuid is null or calendar.organiser_id = ${organiserId}::uuid)
        and (${calendarId}::uuid is null or calendar.id = ${calendarId}::uuid)
    )
    select id as "calendarId", google_calendar_id as "googleCalendarId", is_followed as "isFollowed",
      counts_as_busy as "countsAsBusy", backs_off_until as "backsOffUntil",
      google_account_id as "accountId", organiser_id as "organiserId", email, state,
      refresh_token_sealed as "refreshTokenSealed"
    from connected
    where counts_as_busy or is_followed
    order by google_account_id, id`);
  return rows.map(watchedOf);
}

function watchedOf(row: WatchedRow): WatchedCalendar {
  const { accountId, organiserId, email, state, refreshTokenSealed, ...calendar } = row;
  return { ...calendar, account: { id: accountId, organiserId, email, state, refreshTokenSealed } };
}
