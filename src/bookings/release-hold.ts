// A hold that is not wanted any more. Done twice, after the form is in, or when it is long forgotten, it changes nothing.
import type { Parts } from '../parts.ts';
import { lockOrganiser } from './booking-locks.ts';
import { findBooking } from './booking-queries.ts';
import { releaseHeld } from './hold-queries.ts';
import { idOfToken } from './token-ids.ts';

/** Throws not_found for what is no hold's token. */
export async function releaseHold(parts: Parts, token: string): Promise<void> {
  const hold = await findBooking(parts.database, idOfToken(parts, token, 'hold'));
  if (hold === null) return;
  const { organiserId, id } = hold;
  const now = parts.clock();
  await parts.database.transaction(async (transaction) => {
    await lockOrganiser(transaction, organiserId, now);
    await releaseHeld(transaction, id, now);
  });
}
