// The "received appointment" page's view of a booking.
import type { Parts } from '../parts.ts';
import { asOf, permissionsOf, type Permissions } from './booking-rules.ts';
import { type BookingWithContext, withContext } from './get-hold.ts';
import { getBookingOfManageToken } from './token-ids.ts';

/** Where the organiser is disabled, an attendee may still call off. Throws not_found. */
export async function getBookingByToken(
  parts: Parts,
  token: string,
): Promise<BookingWithContext & { may: Permissions }> {
  const now = parts.clock();
  const booking = asOf(await getBookingOfManageToken(parts, token), now);
  const found = await withContext(parts, booking);
  const may = permissionsOf(booking, now);
  return { ...found, may: found.organiser.isDisabled ? { ...may, reschedule: false } : may };
}
