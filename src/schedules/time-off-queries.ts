// Time off as it is kept.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { TimeOff, TimeOffFields } from './time-off.ts';

/** In order of time; what has ended by `since` is left out. */
export async function listTimeOffSince(
  database: Queryable,
  organiserId: string,
  since: Date,
): Promise<TimeOff[]> {
  return database.query<TimeOff>(sql`
    select id, lower(period) as "startsAt", upper(period) as "endsAt", label from time_off
    where organiser_id = ${organiserId} and removed_at is null and upper(period) > ${since}
    order by lower(period), id`);
}

/** Throws not_found: another organiser's time off does not exist for this one. */
export async function getTimeOff(
  database: Queryable,
  organiserId: string,
  id: string,
): Promise<TimeOff> {
  const [row] = await database.query<TimeOff>(sql`
    select id, lower(period) as "startsAt", upper(period) as "endsAt", label from time_off
    where organiser_id = ${organiserId} and id = ${id} and removed_at is null`);
  if (!row) throw noTimeOff();
  return row;
}

export async function insertTimeOff(
  database: Queryable,
  organiserId: string,
  { startsAt, endsAt, label }: TimeOffFields,
): Promise<string> {
  const [row] = await database.query<{ id: string }>(sql`
    insert into time_off (organiser_id, period, label)
    values (${organiserId}, tstzrange(${startsAt}, ${endsAt}), ${label}) returning id`);
  return row!.id;
}

/** False where there is no such time off, or not any more. */
export async function updateTimeOff(
  database: Queryable,
  organiserId: string,
  { id, startsAt, endsAt, label }: TimeOff,
): Promise<boolean> {
  const rows = await database.query(sql`
    update time_off set period = tstzrange(${startsAt}, ${endsAt}), label = ${label}
    where organiser_id = ${organiserId} and id = ${id} and removed_at is null returning id`);
  return rows.length > 0;
}

/** Kept a month, to be had back. */
export async function removeTimeOff(
  database: Queryable,
  organiserId: string,
  id: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    delete from time_off
    where organiser_id = ${organiserId} and removed_at < ${now}::timestamptz - interval '1 month'`);
  await database.query(sql`
    update time_off set removed_at = ${now}
    where organiser_id = ${organiserId} and id = ${id} and removed_at is null`);
}

/** Throws not_found. */
export async function restoreTimeOff(
  database: Queryable,
  organiserId: string,
  id: string,
): Promise<void> {
  const rows = await database.query(sql`
    update time_off set removed_at = null where organiser_id = ${organiserId} and id = ${id} returning id`);
  if (rows.length === 0) throw noTimeOff();
}

export function noTimeOff(): Problem {
  return new Problem('not_found', say('You have no such time off.'));
}
