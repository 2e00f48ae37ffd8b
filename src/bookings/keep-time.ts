// The attendee says that the time to which the organiser moved the booking is kept: both sides know it from then on, and
// nobody is asked again.
import type { Parts } from '../parts.ts';
import { getBooking, listHistory } from './booking-queries.ts';
import { permissionsOf } from './booking-rules.ts';
import { updateKept } from './change-queries.ts';
import { lastMoveOf } from './last-move.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { getBookingOfManageToken } from './token-ids.ts';

/** `startsAt`: the time that they saw; nothing is said of another. Throws not_found. */
export async function keepTime(parts: Parts, token: string, startsAt: Date): Promise<void> {
  const { id, organiserId } = await getBookingOfManageToken(parts, token);
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const booking = await getBooking(transaction, id);
    const isSame = booking.startsAt.getTime() === startsAt.getTime();
    const move = lastMoveOf(await listHistory(transaction, id));
    const isAsked = move !== null && move.by !== 'attendee';
    if (isSame && isAsked && permissionsOf(booking, now).cancel)
      await updateKept(transaction, { id, now });
  });
}
