// The 'recheck-booking' job: Google did not answer in time when the slot was taken, and a young mirror stood in. Looks
// again; a clash is told to the organiser, who decides. The booking stands: it was confirmed to a person.
import { checkStillFree } from '../availability/check-slot.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { JobPayloads } from '../jobs/jobs.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { findBooking } from './booking-queries.ts';

export async function recheckBooking(
  parts: Parts,
  { bookingId }: JobPayloads['recheck-booking'],
): Promise<void> {
  const booking = await findBooking(parts.database, bookingId);
  if (booking?.state !== 'confirmed') return;
  const eventType = await getEventTypeById(parts.database, booking.eventTypeId);
  try {
    await checkStillFree(parts, { eventType, startsAt: booking.startsAt, booking });
  } catch (error) {
    if (!isProblem(error, 'slot_taken')) throw error;
    const { revision } = booking;
    await parts.jobs.enqueue(null, 'send-mail', {
      bookingId,
      message: 'organiser-clash',
      revision,
    });
  }
}
