// Bookings of before, a page at a time, newest first. All that start at the same moment come together, so that a start
// can be the next page's limit.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type EarlierKind = 'past' | 'cancelled';

export type EarlierPage = {
  /** Only what started before this; null: from the newest on. */
  before: Date | null;
  limit: number;
};

export const listEarlierIds = { past: listPastIds, cancelled: listCancelledIds } as const;

/** Whose time is over, those among them that were called off too. */
async function listPastIds(
  database: Queryable,
  organiserId: string,
  { before, limit }: EarlierPage,
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select id from bookings
    where organiser_id = ${organiserId} and ends_at <= ${now} and confirmed_at is not null
      and state in ('confirmed', 'completed', 'no_show', 'cancelled')
      and (${before}::timestamptz is null or starts_at < ${before})
    order by starts_at desc fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}

/** Called off or declined by anybody, or let go while they waited for an answer; also where their time is to come. */
async function listCancelledIds(
  database: Queryable,
  organiserId: string,
  { before, limit }: EarlierPage,
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select id from bookings
    where organiser_id = ${organiserId} and (confirmed_at is not null or proven_at is not null)
      and (state in ('cancelled', 'expired') or (state = 'requested' and expires_at <= ${now}))
      and (${before}::timestamptz is null or starts_at < ${before})
    order by starts_at desc fetch first (${limit}) rows with ties`);
  return rows.map(({ id }) => id);
}
