// When an organiser is open, and what the bookings take of it.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Problem } from '../problem.ts';
import { packedInstants, type Packed } from './intervals.ts';
import type { Availability } from './open-hours.ts';

export async function getAvailability(
  database: Queryable,
  organiserId: string,
): Promise<Availability> {
  const [row] = await database.query<Availability>(sql`
    select time_zone as "timeZone", weekly, overrides from availabilities
    where organiser_id = ${organiserId}`);
  if (!row) throw new Problem('not_found', 'This organiser has set no hours.');
  return row;
}

/** Replaces it whole. */
export async function updateAvailability(
  database: Queryable,
  organiserId: string,
  { timeZone, weekly, overrides }: Availability,
): Promise<void> {
  await database.query(sql`
    insert into availabilities (organiser_id, time_zone, weekly, overrides)
    values (${organiserId}, ${timeZone}, ${JSON.stringify(weekly)}, ${JSON.stringify(overrides)})
    on conflict (organiser_id) do update
    set time_zone = excluded.time_zone, weekly = excluded.weekly, overrides = excluded.overrides`);
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
