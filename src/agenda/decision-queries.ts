// What waits for the organiser: requests to answer, and bookings that stand over one another.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

const most = 100;

/** In order of time. */
export async function listUndecidedIds(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select id from bookings
    where organiser_id = ${organiserId} and ends_at > ${now}
      and ((state = 'requested' and proven_at is not null and expires_at > ${now})
        or (state = 'confirmed' and clashing))
    order by starts_at, id limit ${most}`);
  return rows.map(({ id }) => id);
}
