// What the organiser was told by mail of a connection's health, so that a change is told once.
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

/** `at` null: the last that was told is that it works. */
export async function updateToldBroken(
  database: Queryable,
  accountId: string,
  at: Date | null,
): Promise<void> {
  await database.query(sql`
    update google_accounts set told_broken_at = ${at}::timestamptz where id = ${accountId}`);
}

export async function updateToldUnreadable(
  database: Queryable,
  calendarIds: readonly string[],
  at: Date | null,
): Promise<void> {
  await database.query(sql`
    update calendars set told_unreadable_at = ${at}::timestamptz where id = any(${calendarIds}::uuid[])`);
}
