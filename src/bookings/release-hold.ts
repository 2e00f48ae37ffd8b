// A hold that is not wanted any more. Done twice, after the form is in, or when it is long forgotten, it changes nothing.
import type { Parts } from '../parts.ts';
import { findBooking } from './booking-queries.ts';
import { releaseHeld } from './hold-queries.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { idOfToken } from './token-ids.ts';

/** Throws not_found for what is no hold's token. */
export async function releaseHold(parts: Parts, token: string): Promise<void> {
  const hold = await findBooking(parts.database, idOfToken(parts, token, 'hold'));
  if (hold === null) return;
  const { organiserId, id } = hold;
  await organiserTransaction(parts, organiserId, (transaction, now) =>
    releaseHeld(transaction, id, now),
  );
}
