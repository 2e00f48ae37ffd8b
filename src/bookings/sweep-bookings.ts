// The 'sweep-bookings' job: writes down what the clock has done already, tells those whose request ran out, reminds those
// whose appointment is a day away, and forgets what must not be kept. Nothing waits for it: every query goes by the clock.
import { forgetAddressees } from '../attendees/receipt-queries.ts';
import {
  eraseOutlivedFields,
  eraseOutlivedPhones,
  listOrganisersToErase,
} from '../attendees/retention-queries.ts';
import { forgetRemoved } from '../event-types/remove-event-type.ts';
import type { Parts } from '../parts.ts';
import { updateReentering } from './follow-queries.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import {
  deleteOldKeys,
  deleteSpentHolds,
  eraseSpentClients,
  eraseUnprovenForms,
  listDueReminders,
  listOrganisersToSweep,
  listUntoldExpired,
  updateEndedToCompleted,
} from './sweep-queries.ts';

export async function sweepBookings(parts: Parts): Promise<void> {
  const now = parts.clock();
  for (const organiserId of await listOrganisersToSweep(parts.database, now))
    await sweepOrganiser(parts, organiserId);
  for (const organiserId of await listOrganisersToErase(parts.database, now))
    await eraseOutlived(parts, organiserId);
  await tell(parts, 'expired', await listUntoldExpired(parts.database, now));
  await tell(parts, 'reminder', await listDueReminders(parts.database, now));
  await deleteOldKeys(parts.database, now);
  await forgetAddressees(parts.database, now);
  await forgetRemoved(parts);
}

/** Under the lock like every other change: a form must not vanish while its late confirmation is being written. */
async function sweepOrganiser(parts: Parts, organiserId: string): Promise<void> {
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    await updateEndedToCompleted(transaction, organiserId, now);
    await updateReentering(transaction, organiserId, now);
    await eraseUnprovenForms(transaction, organiserId, now);
    await eraseSpentClients(transaction, organiserId, now);
    await deleteSpentHolds(transaction, organiserId, now);
  });
}

/** What the organiser keeps no longer than so many days after the visit. */
async function eraseOutlived(parts: Parts, organiserId: string): Promise<void> {
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    await eraseOutlivedFields(transaction, organiserId, now);
    await eraseOutlivedPhones(transaction, organiserId);
  });
}

/** Put in line once however often the sweep comes by: while the mail server is down it comes by often. */
async function tell(
  { jobs }: Parts,
  message: 'expired' | 'reminder',
  due: readonly { bookingId: string; revision: number }[],
): Promise<void> {
  for (const { bookingId, revision } of due) {
    const once = `${message} ${bookingId} ${revision}`;
    await jobs.enqueue(null, 'send-mail', { bookingId, message, revision }, { once });
  }
}
