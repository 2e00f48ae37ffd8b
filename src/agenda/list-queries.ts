// Bookings a page at a time: what is to come in order, what was or was called off newest first. All that start at the
// same moment come together, so that a start can be the next page's limit.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export const listKinds = ['upcoming', 'past', 'cancelled'] as const;
export type ListKind = (typeof listKinds)[number];

export type ListPage = {
  /** Only what starts beyond this, in the list's direction; null: from its beginning on. */
  beyond: Date | null;
  limit: number;
  /** A slug; null: every event type. */
  eventType: string | null;
  /** Part of the attendee's name or address; null: everybody. */
  search: string | null;
};

type Lister = (
  database: Queryable,
  organiserId: string,
  page: ListPage,
  now: Date,
) => Promise<string[]>;

export const listIds: Record<ListKind, Lister> = {
  upcoming: listUpcomingIds,
  past: listPastIds,
  cancelled: listCancelledIds,
};

/** Not over yet; what still waits for its proof among them. */
async function listUpcomingIds(
  database: Queryable,
  organiserId: string,
  { beyond, limit, eventType, search }: ListPage,
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select b.id from bookings b join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and b.ends_at > ${now}
      and (b.state = 'confirmed' or (b.state = 'requested' and b.expires_at > ${now}))
      and (${beyond}::timestamptz is null or b.starts_at > ${beyond})
      and (${eventType}::text is null or e.slug = ${eventType})
      and (${search}::text is null or b.attendee_name ilike ${like(search)} or b.attendee_email ilike ${like(search)})
    order by b.starts_at fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}

/** Whose time is over, those among them that were called off too. */
async function listPastIds(
  database: Queryable,
  organiserId: string,
  { beyond, limit, eventType, search }: ListPage,
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select b.id from bookings b join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and b.ends_at <= ${now} and b.confirmed_at is not null
      and b.state in ('confirmed', 'completed', 'no_show', 'cancelled')
      and (${beyond}::timestamptz is null or b.starts_at < ${beyond})
      and (${eventType}::text is null or e.slug = ${eventType})
      and (${search}::text is null or b.attendee_name ilike ${like(search)} or b.attendee_email ilike ${like(search)})
    order by b.starts_at desc fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}

/** Called off or declined by anybody, or let go while they waited for an answer; also where their time is to come. */
async function listCancelledIds(
  database: Queryable,
  organiserId: string,
  { beyond, limit, eventType, search }: ListPage,
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select b.id from bookings b join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and (b.confirmed_at is not null or b.proven_at is not null)
      and (b.state in ('cancelled', 'expired') or (b.state = 'requested' and b.expires_at <= ${now}))
      and (${beyond}::timestamptz is null or b.starts_at < ${beyond})
      and (${eventType}::text is null or e.slug = ${eventType})
      and (${search}::text is null or b.attendee_name ilike ${like(search)} or b.attendee_email ilike ${like(search)})
    order by b.starts_at desc fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}

/** What was typed stands for itself, also its signs. */
function like(search: string | null): string | null {
  return search && `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
