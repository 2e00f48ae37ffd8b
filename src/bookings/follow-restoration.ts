// The organiser took the calendar event out of the bin again: the booking that ended with it is on again, and the
// attendee, who knew it as cancelled, is told.
import type { Transaction } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { SlotTimes } from '../problem.ts';
import { enqueueClashMail, enqueueConsequences } from './enqueue-consequences.ts';
import { findPlace, type Follow } from './follow-move.ts';
import { updateToRestored } from './follow-queries.ts';

/** In the transaction and under the lock of the caller. */
export async function followRestoration(
  jobs: Jobs,
  transaction: Transaction,
  { bookingId, now }: Follow,
  times: SlotTimes,
): Promise<void> {
  const place = await findPlace(transaction, bookingId, times);
  await updateToRestored(transaction, { id: bookingId, now, actor: 'google' }, place);
  await enqueueConsequences(jobs, transaction, bookingId, {
    publish: false,
    mails: ['restored'],
  });
  if (place.needsResolving) await enqueueClashMail(jobs, transaction, bookingId);
}
