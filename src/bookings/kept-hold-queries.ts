// What one client keeps, as far as its limit goes.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** When the first of the client's holds ends by itself; null where there are none. */
export async function findFirstEnd(
  database: Queryable,
  client: string,
  now: Date,
): Promise<Date | null> {
  const [row] = await database.query<{ firstEnd: Date | null }>(sql`
    select min(expires_at) as "firstEnd" from bookings
    where client = ${client} and state = 'held' and expires_at > ${now}`);
  return row!.firstEnd;
}
