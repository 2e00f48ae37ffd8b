// The 'recheck-booking' job: Google did not answer in time when the slot was taken, and a young mirror stood in. Looks
// again; a clash is told to the organiser, who decides. The booking stands: it was confirmed to a person.
import { lookAgain } from '../availability/check-still-free.ts';
import type { JobPayloads } from '../jobs/jobs.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { findBooking } from './booking-queries.ts';

/** Throws calendar_unavailable until Google itself has answered: the job is done again then. */
export async function recheckBooking(
  parts: Parts,
  { bookingId }: JobPayloads['recheck-booking'],
): Promise<void> {
  const booking = await findBooking(parts.database, bookingId);
  if (booking?.state !== 'confirmed') return;
  const { isFree, isLive } = await lookAgain(parts, booking);
  if (!isLive)
    throw new Problem('calendar_unavailable', say('Google has still not answered in time.'));
  if (isFree) return;
  const { revision } = booking;
  await parts.jobs.enqueue(null, 'send-mail', { bookingId, message: 'organiser-busy', revision });
}
