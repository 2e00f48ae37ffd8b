// The Google accounts of all organisers, with what the doctor asks by them and tells of them.
import type { Account } from '../calendars/calendar.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type Connection = Account & {
  handle: string;
  scopes: string[];
  stateReason: string | null;
  connectedAt: Date;
  lastSuccessAt: Date | null;
  lastErrorAt: Date | null;
  /** Only where Google limits the life of its permission. */
  endsAt: Date | null;
};

/** Disconnected ones are not among them. */
export async function listConnections(database: Queryable): Promise<Connection[]> {
  return database.query<Connection>(sql`
    select account.id, account.organiser_id as "organiserId", account.email, account.state,
      account.refresh_token_sealed as "refreshTokenSealed", organiser.handle, account.scopes,
      account.state_reason as "stateReason", account.connected_at as "connectedAt",
      account.last_success_at as "lastSuccessAt", account.last_error_at as "lastErrorAt",
      account.refresh_token_ends_at as "endsAt"
    from google_accounts account
    join organisers organiser on organiser.id = account.organiser_id and organiser.disabled_at is null
    where account.state <> 'disconnected'
    order by organiser.handle, account.position`);
}

export type InUse = {
  googleCalendarId: string;
  title: string;
  accountId: string;
  countsAsBusy: boolean;
  takesBookings: boolean;
};

/** Calendars that make an organiser busy or take bookings. */
export async function listCalendarsInUse(database: Queryable): Promise<InUse[]> {
  return database.query<InUse>(sql`
    with chosen as (
      select booking_calendar_id as id from organisers union select booking_calendar_id from event_types
    )
    select google_calendar_id as "googleCalendarId", title, google_account_id as "accountId",
      counts_as_busy as "countsAsBusy", chosen.id is not null as "takesBookings"
    from calendars
    left join chosen on chosen.id = calendars.id
    where counts_as_busy or chosen.id is not null
    order by title, calendars.id`);
}
