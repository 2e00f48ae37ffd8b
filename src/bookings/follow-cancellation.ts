// The organiser deleted the calendar event: the booking is called off, its time is free, and the attendee is told. So is
// the organiser, where a mail has said since that the attendee moved it.
import type { Transaction } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { getBooking } from './booking-queries.ts';
import { cancellationMails } from './booking-rules.ts';
import { updateToCancelled } from './change-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import type { Follow } from './follow-move.ts';

/** In the transaction and under the lock of the caller. */
export async function followCancellation(
  jobs: Jobs,
  transaction: Transaction,
  { bookingId, now, hasMovedSince }: Follow & { hasMovedSince: boolean },
): Promise<void> {
  const booking = await getBooking(transaction, bookingId);
  await updateToCancelled(transaction, { id: bookingId, now, actor: 'google' }, null);
  const mails = cancellationMails(booking, 'google');
  if (hasMovedSince) mails.push('organiser-cancelled');
  await enqueueConsequences(jobs, transaction, bookingId, { publish: false, mails });
}
