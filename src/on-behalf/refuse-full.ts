// A day that became full between the organiser's being asked and the writing.
import { isDayFull } from '../bookings/change-queries.ts';
import type { Transaction } from '../database/database.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { ExaminedTime } from './examine-time.ts';

/** Where it was full already, they have decided. Throws slot_not_offered. */
export async function refuseFull(
  transaction: Transaction,
  bookingId: string,
  { organiser, eventType }: Pick<Bookable, 'organiser' | 'eventType'>,
  { day, objections }: ExaminedTime,
): Promise<void> {
  if (objections.some(({ is }) => is === 'day_full')) return;
  if (await isDayFull(transaction, organiser.id, day, eventType.dailyCap, bookingId))
    throw new Problem('slot_not_offered', say('This day has just become full.'));
}
