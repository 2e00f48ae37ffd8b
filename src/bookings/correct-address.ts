// A slip in the address: the request is taken back and its time held again, for the form to be sent anew.
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { AttendeeForm } from './booking.ts';
import { cancelBooking } from './cancel-booking.ts';
import { getBookingByToken } from './get-booking-by-token.ts';
import { type BookingWithContext } from './get-hold.ts';
import { type HeldSlot, holdSlot } from './hold-slot.ts';

export type Correction = BookingWithContext & { attendee: AttendeeForm; held: HeldSlot };

/** Throws not_found, already_cancelled, request_expired, and what holdSlot throws. */
export async function correctAddress(
  parts: Parts,
  token: string,
  client: string | null,
): Promise<Correction> {
  const { booking, organiser, eventType } = await getBookingByToken(parts, token);
  if (booking.state !== 'requested' || booking.provenAt !== null)
    throw new Problem('already_cancelled', 'There is nothing to correct any more.');
  await cancelBooking(parts, { token, actor: 'attendee' });
  const { startsAt, attendee } = booking;
  const where = { organiser: organiser.handle, eventType: eventType.slug };
  const held = await holdSlot(parts, { ...where, startsAt, client });
  return { booking, organiser, eventType, attendee, held };
}
