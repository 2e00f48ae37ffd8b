// Appointments whose time is over, those among them that were called off too.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Newest first. All that start at the same moment come together, so that a start can be the next page's limit. */
export async function listPastIds(
  database: Queryable,
  organiserId: string,
  { before, limit }: { before: Date | null; limit: number },
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
