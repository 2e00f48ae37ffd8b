// Whose turn it is, over all processes: one row for each piece of work that only one may do at a time.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** How many runs have begun, the latest that came to its end, and whether one is under way. */
export type Runs = { begun: number; finished: number; isBusy: boolean };

export async function findRuns(database: Queryable, name: string, now: Date): Promise<Runs> {
  const [row] = await database.query<Runs>(sql`
    select begun::float8 as begun, finished::float8 as finished,
      coalesce(ends_by > ${now}, false) as "isBusy"
    from runs where name = ${name}`);
  return row ?? { begun: 0, finished: 0, isBusy: false };
}

/** The number of the run that begins, or null while another is under way. */
export async function beginRun(
  database: Queryable,
  name: string,
  { now, endsBy }: { now: Date; endsBy: Date },
): Promise<number | null> {
  const [row] = await database.query<{ begun: number }>(sql`
    insert into runs (name, begun, ends_by) values (${name}, 1, ${endsBy})
    on conflict (name) do update set begun = runs.begun + 1, ends_by = excluded.ends_by
    where runs.ends_by is null or runs.ends_by <= ${now}
    returning begun::float8 as begun`);
  return row?.begun ?? null;
}

/** A run that was given up, and another begun, ends without a trace. */
export async function endRun(
  database: Queryable,
  name: string,
  run: number,
  { isDone }: { isDone: boolean },
): Promise<void> {
  await database.query(sql`
    update runs set ends_by = null, finished = case when ${isDone} then ${run} else finished end
    where name = ${name} and begun = ${run}`);
}
