// After the visit: it took place, or nobody came. The organiser may correct the one into the other.
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { OwnBookingId } from './approve-booking.ts';
import { getBooking } from './booking-queries.ts';
import { updateToVisited } from './change-queries.ts';
import { organiserTransaction } from './organiser-transaction.ts';

/** Throws not_found or forbidden. */
export function completeBooking(parts: Parts, own: OwnBookingId): Promise<void> {
  return markVisit(parts, own, 'completed');
}

/** Throws not_found or forbidden. */
export function markNoShow(parts: Parts, own: OwnBookingId): Promise<void> {
  return markVisit(parts, own, 'no_show');
}

async function markVisit(
  parts: Parts,
  { organiserId, bookingId }: OwnBookingId,
  state: 'completed' | 'no_show',
): Promise<void> {
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const booking = await getBooking(transaction, bookingId);
    if (booking.organiserId !== organiserId)
      throw new Problem('not_found', say('You have no such booking.'));
    const wasBooked = ['confirmed', 'completed', 'no_show'].includes(booking.state);
    if (!wasBooked || booking.startsAt > now)
      throw new Problem('forbidden', say('This can be said only once the appointment has begun.'));
    await updateToVisited(transaction, { id: bookingId, now, actor: 'organiser' }, state);
  });
}
