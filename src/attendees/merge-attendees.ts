// Makes one record of two: bookings move over, and the addresses that give way are remembered.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import type { Parts } from '../parts.ts';
import { getAttendee } from './attendee-queries.ts';
import type { Attendee } from './attendee.ts';
import { merged } from './merge.ts';
import {
  deleteAttendee,
  insertFormerAddresses,
  updateBookingsAttendee,
  updateMerged,
} from './write-attendee-queries.ts';

export type Merge = {
  /** The record that stays … */
  id: string;
  /** … the one that goes … */
  otherId: string;
  /** … and which of their two addresses it has then. */
  email: string;
};

/** Throws not_found or invalid_input. */
export async function mergeAttendees(
  parts: Parts,
  organiserId: string,
  { id, otherId, email }: Merge,
): Promise<Attendee> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const kept = await getAttendee(transaction, organiserId, id, now);
    const other = await getAttendee(transaction, organiserId, otherId, now);
    const result = merged(kept, other, email.toLowerCase());
    await updateBookingsAttendee(transaction, otherId, id);
    await deleteAttendee(transaction, otherId);
    await updateMerged(transaction, result);
    await insertFormerAddresses(transaction, organiserId, id, result.formerAddresses);
    return getAttendee(transaction, organiserId, id, now);
  });
}
