// Every organiser of this installation, as an administrator may see them: never what is booked, only how much.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { Problem } from '../problem.ts';

export type ListedOrganiser = Organiser & {
  disabledAt: Date | null;
  /** Null: before this was kept. */
  lastSignInAt: Date | null;
  /** Confirmed, and still to come. */
  upcomingBookings: number;
};

/** In order of their names. */
export async function listOrganisers(
  database: Queryable,
  { search, limit, offset }: { search: string | undefined; limit: number; offset: number },
  now: Date,
): Promise<ListedOrganiser[]> {
  const pattern = search ? `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` : null;
  return database.query<ListedOrganiser>(sql`
    select o.id, o.handle, o.name, o.email, o.time_zone as "timeZone", o.locale, o.language,
      o.booking_calendar_id as "bookingCalendarId", o.hours_version as "hoursVersion",
      o.disabled_at is not null as "isDisabled", o.disabled_at as "disabledAt",
      o.last_sign_in_at as "lastSignInAt", (
        select count(*)::integer from bookings booking
        where booking.organiser_id = o.id and booking.state = 'confirmed' and booking.starts_at > ${now}
      ) as "upcomingBookings"
    from organisers o
    where ${pattern}::text is null or o.name ilike ${pattern} or o.email ilike ${pattern} or o.handle ilike ${pattern}
    order by lower(o.name), o.id limit ${limit} offset ${offset}`);
}

export async function countOrganisers(
  database: Queryable,
  search: string | undefined,
): Promise<number> {
  const pattern = search ? `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` : null;
  const [row] = await database.query<{ count: number }>(sql`
    select count(*)::integer as count from organisers o
    where ${pattern}::text is null or o.name ilike ${pattern} or o.email ilike ${pattern} or o.handle ilike ${pattern}`);
  return row!.count;
}

/** Its slots are not what they were, so that nobody is shown kept ones. Throws not_found. */
export async function updateDisabled(
  database: Queryable,
  id: string,
  disabledAt: Date | null,
): Promise<void> {
  const rows = await database.query(sql`
    update organisers set slots_version = slots_version + 1,
      disabled_at = case when ${disabledAt}::timestamptz is null then null else coalesce(disabled_at, ${disabledAt}) end
    where id = ${id} returning id`);
  if (rows.length === 0) throw new Problem('not_found', say('There is no such organiser.'));
}
