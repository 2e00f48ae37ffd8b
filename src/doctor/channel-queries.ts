// How Google's messages about changes have been coming.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type Watching = {
  open: number;
  /** When the first of them was opened, and the latest message came. */
  openedAt: Date | null;
  toldAt: Date | null;
  refused: number;
  /** Google's reason for one of the refusals. */
  refusal: string | null;
};

/** `address`: where messages go now. */
export async function findWatching(
  database: Queryable,
  { address, now }: { address: string; now: Date },
): Promise<Watching> {
  const [row] = await database.query<Watching>(sql`
    select
      (select count(*)::integer from channels
       where address = ${address} and resource_id is not null and expires_at > ${now}) as open,
      (select min(opened_at) from channels
       where address = ${address} and resource_id is not null and expires_at > ${now}) as "openedAt",
      (select max(told_at) from channels where address = ${address}) as "toldAt",
      (select count(*)::integer from watch_refusals where address = ${address}) as refused,
      (select max(error) from watch_refusals where address = ${address}) as refusal`);
  return row!;
}
