// What every transaction that writes bookings does first.
import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Waits for the organiser's lock, then writes down which holds and requests have run out. */
export async function lockOrganiser(
  transaction: Transaction,
  organiserId: string,
  now: Date,
): Promise<void> {
  await transaction.query(sql`select lock_organiser(${organiserId})`);
  await transaction.query(sql`select expire_stale(${organiserId}, ${now})`);
}
