// A request ran out and its time is gone; another is taken with what the form said. The link in the mail has proven the
// address, so nothing is left to prove.
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { confirmBooking, getConfirmation } from './confirm-booking.ts';
import { requestBooking } from './request-booking.ts';

/** Throws not_found when the form is erased already, and what requestBooking and confirmBooking throw. */
export async function takeAlternative(
  parts: Parts,
  confirmToken: string,
  startsAt: Date,
  client: string | null,
): Promise<{ manageToken: string }> {
  const found = await getConfirmation(parts, confirmToken);
  const { booking, organiser, eventType } = found;
  if (!('attendee' in booking) || booking.attendee === null)
    throw new Problem(
      'not_found',
      say('What you entered has been erased meanwhile. Please book anew.'),
    );
  const requested = await requestBooking(parts, {
    slot: { organiser: organiser.handle, eventType: eventType.slug, startsAt },
    before: found,
    attendee: booking.attendee,
    client,
  });
  return confirmBooking(parts, parts.tokens.create('confirm', requested.booking.id));
}
