// Organisers and their handles.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import { type Organiser, hideIfDisabled } from './organiser.ts';

export async function getOrganiserById(database: Queryable, id: string): Promise<Organiser> {
  const [row] = await database.query<Organiser>(sql`
    select id, handle, name, email, time_zone as "timeZone", locale, language,
      booking_calendar_id as "bookingCalendarId", hours_version as "hoursVersion",
      disabled_at is not null as "isDisabled"
    from organisers where id = ${id}`);
  if (!row) throw new Problem('not_found', say('There is no such organiser.'));
  return row;
}

/** By the word of their link. Throws not_found, also where booking is closed. */
export async function getOrganiserByHandle(
  database: Queryable,
  handle: string,
): Promise<Organiser> {
  const [row] = await database.query<Organiser>(sql`
    select id, handle, name, email, time_zone as "timeZone", locale, language,
      booking_calendar_id as "bookingCalendarId", hours_version as "hoursVersion",
      disabled_at is not null as "isDisabled"
    from organisers where handle = lower(${handle})`);
  if (!row) throw new Problem('not_found', say('Nobody offers time at this address.'));
  hideIfDisabled(row);
  return row;
}

export async function insertOrganiser(
  database: Queryable,
  organiser: Pick<Organiser, 'handle' | 'name' | 'email' | 'timeZone'>,
  now: Date,
): Promise<string> {
  const { handle, name, email, timeZone } = organiser;
  const [row] = await database.query<{ id: string }>(sql`
    insert into organisers (handle, name, email, time_zone, created_at)
    values (${handle}, ${name}, ${email}, ${timeZone}, ${now}) returning id`);
  return row!.id;
}

export async function updateOrganiser(
  database: Queryable,
  { id, handle, name, timeZone, locale, language }: Organiser,
): Promise<void> {
  await database.query(sql`
    update organisers set handle = ${handle}, name = ${name}, time_zone = ${timeZone}, locale = ${locale},
      language = ${language}, slots_version = slots_version + 1
    where id = ${id}`);
}

/** False when somebody has the handle, or ever had it. */
export async function claimHandle(database: Queryable, handle: string): Promise<boolean> {
  const rows = await database.query(sql`
    insert into handles (handle) values (${handle}) on conflict do nothing returning handle`);
  return rows.length > 0;
}

export async function assignHandle(
  database: Queryable,
  handle: string,
  organiserId: string,
): Promise<void> {
  await database.query(sql`
    update handles set organiser_id = ${organiserId} where handle = ${handle}`);
}

/** One's own former handle may be taken up again. */
export async function isOwnHandle(
  database: Queryable,
  handle: string,
  organiserId: string,
): Promise<boolean> {
  const rows = await database.query(sql`
    select handle from handles where handle = ${handle} and organiser_id = ${organiserId}`);
  return rows.length > 0;
}

/** The handle of today of whoever left this one; null for a handle that nobody has left. */
export async function findHandleInstead(
  database: Queryable,
  handle: string,
): Promise<string | null> {
  const [row] = await database.query<{ handle: string }>(sql`
    select o.handle from handles h join organisers o on o.id = h.organiser_id and o.handle <> h.handle
    where h.handle = ${handle}`);
  return row?.handle ?? null;
}

/** Those that this organiser has left, which lead to the one of today. */
export async function listFormerHandles(
  database: Queryable,
  organiserId: string,
): Promise<string[]> {
  const rows = await database.query<{ handle: string }>(sql`
    select h.handle from handles h join organisers o on o.id = h.organiser_id and o.handle <> h.handle
    where o.id = ${organiserId} order by h.handle`);
  return rows.map(({ handle }) => handle);
}
