// Calendars that Google would not watch. They are polled all the same, and Google is asked again, ever less often.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

/** Since when the calendar has been refused at this address; null when it is not. */
export async function findRefusedSince(
  database: Queryable,
  { calendarId, address }: { calendarId: string; address: string },
): Promise<Date | null> {
  const [row] = await database.query<{ refusedSince: Date }>(sql`
    select refused_since as "refusedSince" from watch_refusals
    where calendar_id = ${calendarId} and address = ${address}`);
  return row?.refusedSince ?? null;
}

export async function upsertRefusal(
  database: Queryable,
  refusal: {
    calendarId: string;
    address: string;
    error: string;
    refusedSince: Date;
    asksAgainAt: Date;
  },
): Promise<void> {
  const { calendarId, address, error, refusedSince, asksAgainAt } = refusal;
  await database.query(sql`
    insert into watch_refusals (calendar_id, address, error, refused_since, asks_again_at)
    select id, ${address}, ${error}, ${refusedSince}::timestamptz, ${asksAgainAt}::timestamptz
    from calendars where id = ${calendarId}
    on conflict (calendar_id) do update
    set address = excluded.address, error = excluded.error, refused_since = excluded.refused_since,
      asks_again_at = excluded.asks_again_at`);
}

export async function deleteRefusal(database: Queryable, calendarId: string): Promise<void> {
  await database.query(sql`delete from watch_refusals where calendar_id = ${calendarId}`);
}

/** Calendars that Google is not to be asked for yet. Another address of ours may be to its liking. */
export async function listRefused(
  database: Queryable,
  { address, now }: { address: string; now: Date },
): Promise<string[]> {
  const rows = await database.query<{ calendarId: string }>(sql`
    select calendar_id as "calendarId" from watch_refusals
    where address = ${address} and asks_again_at > ${now}`);
  return rows.map((row) => row.calendarId);
}
