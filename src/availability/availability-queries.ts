// When an organiser is open, and what the bookings take of it.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import { packedInstants, type Packed } from './intervals.ts';
import type { Availability } from './open-hours.ts';

/** The hours of one of an organiser's schedules; null: of the default one. Throws not_found. */
export async function getAvailability(
  database: Queryable,
  organiserId: string,
  scheduleId: string | null = null,
): Promise<Availability> {
  const [row] = await database.query<Availability>(sql`
    select o.time_zone as "timeZone", s.weekly, s.overrides
    from schedules s join organisers o on o.id = s.organiser_id
    where s.organiser_id = ${organiserId}
      and (s.id = ${scheduleId} or (${scheduleId}::uuid is null and s.is_default))`);
  if (!row) throw new Problem('not_found', say('There are no such hours.'));
  return { ...row, overrides: row.overrides.map(({ date, intervals }) => ({ date, intervals })) };
}

/** The default schedule, replaced whole; made where there is none. The organiser lives in the zone of the hours. */
export async function updateAvailability(
  database: Queryable,
  organiserId: string,
  { timeZone, weekly, overrides }: Availability,
): Promise<void> {
  await updateTimeZone(database, organiserId, timeZone);
  await database.query(sql`
    insert into schedules (organiser_id, is_default, weekly, overrides)
    values (${organiserId}, true, ${JSON.stringify(weekly)}, ${JSON.stringify(overrides)})
    on conflict (organiser_id) where is_default do update
    set weekly = excluded.weekly, overrides = excluded.overrides`);
}

/** Of all of an organiser's schedules. */
export async function updateTimeZone(
  database: Queryable,
  organiserId: string,
  timeZone: string,
): Promise<void> {
  await database.query(sql`
    update organisers set time_zone = ${timeZone} where id = ${organiserId}`);
}

/** The schedules by which at least one of the organiser's event types can be booked; null is the default. */
export async function listSchedulesInUse(
  database: Queryable,
  organiserId: string,
): Promise<(string | null)[]> {
  const rows = await database.query<{ scheduleId: string | null }>(sql`
    select distinct schedule_id as "scheduleId" from event_types
    where organiser_id = ${organiserId} and not is_hidden and deleted_at is null`);
  return rows.map(({ scheduleId }) => scheduleId);
}

/** Time in which no schedule is open. */
export async function listTimeOff(database: Queryable, organiserId: string): Promise<Packed> {
  const rows = await database.query<{ start: Date; end: Date }>(sql`
    select lower(period) as start, upper(period) as "end" from time_off
    where organiser_id = ${organiserId} and removed_at is null`);
  return packedInstants(rows);
}

/**
 * The blocked time, buffers included, of bookings that are active now; `except` is one's own. No duration and no buffer
 * is longer than 12 hours: the bounds on the start spare the years of past bookings.
 */
export async function listBlockedTime(
  database: Queryable,
  organiserId: string,
  range: { from: Date; to: Date },
  now: Date,
  except: string | null,
): Promise<Packed> {
  const rows = await database.query<{ start: Date; end: Date }>(sql`
    select lower(blocked) as start, upper(blocked) as "end" from bookings
    where organiser_id = ${organiserId}
      and blocked && tstzrange(${range.from}, ${range.to})
      and starts_at > ${range.from}::timestamptz - interval '36 hours'
      and starts_at < ${range.to}::timestamptz + interval '12 hours'
      and (state = 'confirmed' or (state in ('held', 'requested') and expires_at > ${now}))
      and id is distinct from ${except}::uuid
    order by lower(blocked)`);
  return packedInstants(rows);
}

/** Starts of the bookings that count for the daily cap: not cancelled and not expired. */
export async function listCountedStarts(
  database: Queryable,
  organiserId: string,
  range: { from: Date; to: Date },
  now: Date,
  except: string | null,
): Promise<Date[]> {
  const rows = await database.query<{ startsAt: Date }>(sql`
    select starts_at as "startsAt" from bookings
    where organiser_id = ${organiserId}
      and starts_at >= ${range.from} and starts_at < ${range.to}
      and (state in ('confirmed', 'completed', 'no_show')
        or (state in ('held', 'requested') and expires_at > ${now}))
      and id is distinct from ${except}::uuid`);
  return rows.map((row) => row.startsAt);
}

/** The next moment at which a held or requested booking ends by itself, or null. */
export async function findNextExpiry(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<Date | null> {
  const [row] = await database.query<{ next: Date | null }>(sql`
    select min(expires_at) as next from bookings
    where organiser_id = ${organiserId} and state in ('held', 'requested') and expires_at > ${now}`);
  return row!.next;
}
