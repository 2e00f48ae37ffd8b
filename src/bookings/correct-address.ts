// A slip in the address: the request is taken back and its time held again, for the form to be sent anew. Both happen or
// neither: who cannot have the time again keeps the request.
import { say } from '../languages/say.ts';
import { hideIfDisabled } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { AttendeeForm, Booking, Requested } from './booking.ts';
import { findWhich } from './cancel-booking.ts';
import { updateToCancelled } from './change-queries.ts';
import { getBookingByToken } from './get-booking-by-token.ts';
import type { BookingWithContext } from './get-hold.ts';
import { takeHold } from './hold-queries.ts';
import { heldSlot, type HeldSlot, prepareHold, refuseUnlessHeld } from './hold-slot.ts';
import { organiserTransaction } from './organiser-transaction.ts';

export type Correction = BookingWithContext & { attendee: AttendeeForm; held: HeldSlot };

/** Throws not_found, already_cancelled, request_expired, and what holdSlot throws. */
export async function correctAddress(
  parts: Parts,
  token: string,
  client: string | null,
): Promise<Correction> {
  const { tokens } = parts;
  const found = await getBookingByToken(parts, token);
  const { booking, organiser, eventType } = found;
  hideIfDisabled(organiser);
  const { id, startsAt, attendee } = refuseUnlessUnproven(booking);
  const slot = { organiser: organiser.handle, eventType: eventType.slug, startsAt, client };
  const { hold } = await prepareHold(parts, slot, found);
  await organiserTransaction(parts, organiser.id, async (transaction, now) => {
    refuseUnlessUnproven(await findWhich(transaction, tokens, { token }));
    await updateToCancelled(transaction, { id, now, actor: 'attendee' }, null);
    refuseUnlessHeld(await takeHold(transaction, hold, now));
  });
  return { ...found, attendee, held: heldSlot(tokens, hold) };
}

/** Throws request_expired or already_cancelled. */
export function refuseUnlessUnproven(booking: Booking): Requested {
  if (booking.state === 'expired')
    throw new Problem('request_expired', say('This request has run out. Please book anew.'));
  if (booking.state !== 'requested' || booking.provenAt !== null)
    throw new Problem('already_cancelled', say('There is nothing to correct any more.'));
  return booking;
}
