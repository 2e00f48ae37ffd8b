// Which bookings stand in a list, a page at a time. All that start at the same moment come together, so that a start
// can be the next page's limit. Only the ids: all about each is then read for one page alone.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { patternOf, phonePatternOf, statesOf, type Wanted } from './booking-list.ts';

export type Page = Wanted & {
  /** Only what starts beyond this, the way the list goes; null: from its beginning. */
  beyond: Date | null;
  limit: number;
};

/** Not over yet, soonest first. */
export async function listUpcomingIds(
  database: Queryable,
  organiserId: string,
  page: Page,
  now: Date,
): Promise<string[]> {
  const { standing, beyond, limit, eventType } = page;
  const { pattern, phonePattern } = patternsOf(page);
  const isProven = standing === 'approval' ? true : standing === 'unproven' ? false : null;
  const rows = await database.query<{ id: string }>(sql`
    with running as materialized (
      select starts_at from bookings
      where organiser_id = ${organiserId} and requested_at is not null and tstzrange(starts_at, ends_at) @> ${now}::timestamptz
    )
    select b.id from bookings b
    join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and b.requested_at is not null and b.ends_at > ${now}
      and b.starts_at >= least(${now}, (select min(starts_at) from running))
      and b.state = any(${statesOf('upcoming', standing)})
      and (b.state <> 'requested' or b.expires_at > ${now})
      and (${isProven}::boolean is null or (b.proven_at is not null) = ${isProven})
      and (${beyond}::timestamptz is null or b.starts_at > ${beyond})
      and (${eventType}::text is null or e.slug = ${eventType})
      and (${pattern}::text is null or b.attendee_name ilike ${pattern} or b.attendee_email ilike ${pattern}
        or b.attendee_phone like ${phonePattern})
    order by b.starts_at fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}

/** Whose time is over, those among them that were called off too; newest first. */
export async function listPastIds(
  database: Queryable,
  organiserId: string,
  page: Page,
  now: Date,
): Promise<string[]> {
  const { standing, beyond, limit, eventType } = page;
  const { pattern, phonePattern } = patternsOf(page);
  const rows = await database.query<{ id: string }>(sql`
    select b.id from bookings b
    join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and b.ends_at <= ${now} and b.starts_at < ${now} and b.confirmed_at is not null
      and b.state = any(${statesOf('past', standing)})
      and (${beyond}::timestamptz is null or b.starts_at < ${beyond})
      and (${eventType}::text is null or e.slug = ${eventType})
      and (${pattern}::text is null or b.attendee_name ilike ${pattern} or b.attendee_email ilike ${pattern}
        or b.attendee_phone like ${phonePattern})
    order by b.starts_at desc fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}

/** Called off or declined by anybody, or let go while they waited for an answer; also where their time is to come. */
export async function listCancelledIds(
  database: Queryable,
  organiserId: string,
  page: Page,
  now: Date,
): Promise<string[]> {
  const { standing, beyond, limit, eventType } = page;
  const { pattern, phonePattern } = patternsOf(page);
  const rows = await database.query<{ id: string }>(sql`
    select b.id from bookings b
    join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and (b.confirmed_at is not null or b.proven_at is not null)
      and b.state = any(${statesOf('cancelled', standing)})
      and (b.state <> 'requested' or b.expires_at <= ${now})
      and (${beyond}::timestamptz is null or b.starts_at < ${beyond})
      and (${eventType}::text is null or e.slug = ${eventType})
      and (${pattern}::text is null or b.attendee_name ilike ${pattern} or b.attendee_email ilike ${pattern}
        or b.attendee_phone like ${phonePattern})
    order by b.starts_at desc fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}

function patternsOf({ search }: Pick<Page, 'search'>) {
  if (search === null) return { pattern: null, phonePattern: null };
  return { pattern: patternOf(search), phonePattern: phonePatternOf(search) };
}
