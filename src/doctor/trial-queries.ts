// Whose calendar a trial event can be booked in.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type TrialCalendar = {
  handle: string;
  title: string;
  googleCalendarId: string;
  accountId: string;
  refreshTokenSealed: Buffer | null;
};

/** The calendars that take organisers' bookings; of one organiser where a handle is given. */
export async function listTrialCalendars(
  database: Queryable,
  handle: string | null,
): Promise<TrialCalendar[]> {
  return database.query<TrialCalendar>(sql`
    select organiser.handle, calendar.title, calendar.google_calendar_id as "googleCalendarId",
      account.id as "accountId", account.refresh_token_sealed as "refreshTokenSealed"
    from organisers organiser
    join calendars calendar on calendar.id = organiser.booking_calendar_id
    join google_accounts account on account.id = calendar.google_account_id and account.state = 'connected'
    where organiser.disabled_at is null and (${handle}::text is null or organiser.handle = ${handle})
    order by organiser.handle`);
}
