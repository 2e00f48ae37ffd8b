// The organiser's own words about a booking. Its history says that they changed, and never what they say.
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { OwnBookingId } from './approve-booking.ts';
import { getBooking } from './booking-queries.ts';
import { updateOrganiserNote } from './change-queries.ts';
import { organiserTransaction } from './organiser-transaction.ts';

/** Throws not_found. */
export async function noteBooking(
  parts: Parts,
  { organiserId, bookingId }: OwnBookingId,
  note: string | null,
): Promise<void> {
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const booking = await getBooking(transaction, bookingId);
    if (booking.organiserId !== organiserId)
      throw new Problem('not_found', say('You have no such booking.'));
    await updateOrganiserNote(transaction, { id: bookingId, now }, note);
  });
}
