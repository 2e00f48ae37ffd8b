// The one way to change when an organiser is open: with a look at the bookings that the change leaves outside. They stay
// as they are; the organiser is asked once, and told.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import type { Transaction } from '../database/database.ts';
import type { Parts } from '../parts.ts';
import { listOutside } from './list-outside.ts';
import { type ComingBooking, strandedBy } from './stranded.ts';

/** The ids of bookings that the organiser knows will lie outside; `any`: is told, not asked. */
export type Accepted = 'any' | readonly string[];

export type Changed<Result> = { result: Result; stranded: ComingBooking[] };

/** Not a fault: the question that comes before. Nothing is written. */
export class WouldStrand extends Error {
  readonly stranded: readonly ComingBooking[];

  constructor(stranded: readonly ComingBooking[]) {
    super('Bookings would lie outside of the hours.');
    this.stranded = stranded;
  }
}

/** Throws what `work` throws, and WouldStrand for bookings that are not accepted. */
export function changeHours<Result>(
  parts: Parts,
  organiserId: string,
  accepted: Accepted,
  work: (transaction: Transaction, now: Date) => Promise<Result>,
): Promise<Changed<Result>> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const before = await listOutside(transaction, organiserId, now);
    const result = await work(transaction, now);
    const after = await listOutside(transaction, organiserId, now);
    const stranded = strandedBy(before, after);
    if (!areAccepted(stranded, accepted)) throw new WouldStrand(stranded);
    return { result, stranded };
  });
}

function areAccepted(stranded: readonly ComingBooking[], accepted: Accepted): boolean {
  return accepted === 'any' || stranded.every(({ id }) => accepted.includes(id));
}
