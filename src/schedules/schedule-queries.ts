// Schedules as they are kept, and which event types go by them.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { violates } from '../database/violations.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Hours, Schedule, ScheduleUser } from './schedule.ts';

/** The default one first, then by name. */
export async function listSchedules(database: Queryable, organiserId: string): Promise<Schedule[]> {
  return database.query<Schedule>(sql`
    select id, name, is_default as "isDefault", weekly, overrides, revision
    from schedules where organiser_id = ${organiserId} order by is_default desc, lower(name), id`);
}

/** Null: the default one. Throws not_found: another organiser's schedules do not exist for this one. */
export async function getSchedule(
  database: Queryable,
  organiserId: string,
  id: string | null,
): Promise<Schedule> {
  const [row] = await database.query<Schedule>(sql`
    select id, name, is_default as "isDefault", weekly, overrides, revision
    from schedules
    where organiser_id = ${organiserId} and (id = ${id} or (${id}::uuid is null and is_default))`);
  if (!row) throw new Problem('not_found', say('You have no such schedule.'));
  return row;
}

/** Null, the default one, is everybody's own. */
export async function isOwnSchedule(
  database: Queryable,
  organiserId: string,
  id: string | null,
): Promise<boolean> {
  if (id === null) return true;
  const rows = await database.query(sql`
    select id from schedules where organiser_id = ${organiserId} and id = ${id}`);
  return rows.length > 0;
}

/** Throws invalid_input when another one has that name. */
export async function insertSchedule(
  database: Queryable,
  organiserId: string,
  { name, weekly, overrides }: Hours & { name: string },
): Promise<string> {
  const [row] = await database
    .query<{ id: string }>(
      sql`
    insert into schedules (organiser_id, name, weekly, overrides)
    values (${organiserId}, ${name}, ${JSON.stringify(weekly)}, ${JSON.stringify(overrides)}) returning id`,
    )
    .catch(refuseTakenName);
  return row!.id;
}

/** `before` is what can be had back by one press. */
export async function updateHours(
  database: Queryable,
  id: string,
  { weekly, overrides }: Hours,
  before: HoursBefore,
): Promise<void> {
  await database.query(sql`
    update schedules set weekly = ${JSON.stringify(weekly)}, overrides = ${JSON.stringify(overrides)},
      before = ${JSON.stringify(before)}, revision = revision + 1
    where id = ${id}`);
}

/** With the zone, where the change was one of the zone too. */
export type HoursBefore = Hours & { timeZone?: string };

/** Null: there is nothing to go back to. */
export async function findHoursBefore(
  database: Queryable,
  id: string,
): Promise<HoursBefore | null> {
  const [row] = await database.query<{ before: HoursBefore | null }>(sql`
    select before from schedules where id = ${id}`);
  return row?.before ?? null;
}

/** Throws invalid_input when another one has that name. */
export async function renameSchedule(database: Queryable, id: string, name: string): Promise<void> {
  await database
    .query(sql`update schedules set name = ${name} where id = ${id}`)
    .catch(refuseTakenName);
}

export async function updateDefault(
  database: Queryable,
  organiserId: string,
  id: string,
): Promise<void> {
  await database.query(sql`
    update schedules set is_default = false where organiser_id = ${organiserId} and is_default`);
  await database.query(sql`update schedules set is_default = true where id = ${id}`);
}

/** Event types that were deleted, and may be had back, go by the default one then. */
export async function deleteSchedule(database: Queryable, id: string): Promise<void> {
  await database.query(sql`
    update event_types set schedule_id = null where schedule_id = ${id} and deleted_at is not null`);
  await database.query(sql`delete from schedules where id = ${id}`);
}

/** By the id of the schedule that each has chosen, or of the default one. */
export async function listScheduleUsers(
  database: Queryable,
  organiserId: string,
): Promise<(ScheduleUser & { scheduleId: string; isChosen: boolean })[]> {
  return database.query(sql`
    select e.id, e.slug, e.title, s.id as "scheduleId", e.schedule_id is not null as "isChosen"
    from event_types e
    join schedules s on s.organiser_id = e.organiser_id
      and (s.id = e.schedule_id or (e.schedule_id is null and s.is_default))
    where e.organiser_id = ${organiserId} and e.deleted_at is null order by e.position, e.slug`);
}

/** Those that have chosen one schedule choose another; null: the default one. */
export async function moveScheduleUsers(
  database: Queryable,
  from: string,
  to: string | null,
): Promise<void> {
  await database.query(sql`
    update event_types set schedule_id = ${to} where schedule_id = ${from}`);
}

function refuseTakenName(error: unknown): never {
  if (!violates(error, 'own_schedule_names')) throw error;
  const fault = { field: 'name', message: say('You have another schedule of this name.') };
  throw new Problem('invalid_input', fault.message, { errors: [fault], cause: error });
}
