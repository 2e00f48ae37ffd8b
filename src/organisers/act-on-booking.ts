// What an organiser does with a booking. Whose it is is settled first: for anybody else it does not exist.
import { approveBooking, declineBooking, type OwnBookingId } from '../bookings/approve-booking.ts';
import { cancelBooking } from '../bookings/cancel-booking.ts';
import { completeBooking, markNoShow } from '../bookings/complete-booking.ts';
import { publishAgain } from '../calendars/publish-again.ts';
import { moveByOrganiser } from '../on-behalf/move-by-organiser.ts';
import { objected } from '../on-behalf/objected.ts';
import type { ObjectionWord } from '../on-behalf/objection.ts';
import type { Parts } from '../parts.ts';
import { getOrganiserById } from './organiser-queries.ts';
import { getOwnBooking } from './own-booking-queries.ts';
import type { OwnBooking } from './own-booking.ts';

export type BookingAction =
  | { do: 'cancel' | 'decline'; reason?: string | undefined }
  | { do: 'reschedule'; startsAt: Date; accept?: readonly ObjectionWord[] }
  | { do: 'approve' | 'no-show' | 'complete' | 'publish' };

export type ActionWord = Exclude<BookingAction['do'], 'reschedule'>;

/** It has come to that already: pressed twice, or in two windows. */
export function isDone({ state, changedBy, isPublished }: OwnBooking, word: ActionWord): boolean {
  switch (word) {
    case 'approve':
      return ['confirmed', 'completed', 'no_show'].includes(state);
    case 'decline':
      return state === 'cancelled' && changedBy === 'organiser';
    case 'cancel':
      return state === 'cancelled';
    case 'no-show':
      return state === 'no_show';
    case 'complete':
      return state === 'completed';
    case 'publish':
      return isPublished;
  }
}

/** Throws not_found, and whatever the step itself says no with. Returns the booking as it stands then. */
export async function actOnBooking(
  parts: Parts,
  organiserId: string,
  bookingId: string,
  action: BookingAction,
): Promise<OwnBooking> {
  await getOwnBooking(parts.database, organiserId, bookingId, parts.clock());
  await perform(parts, { organiserId, bookingId }, action);
  return getOwnBooking(parts.database, organiserId, bookingId, parts.clock());
}

function perform(
  parts: Parts,
  own: { organiserId: string; bookingId: string },
  action: BookingAction,
): Promise<unknown> {
  const { bookingId } = own;
  const actor = 'organiser';
  switch (action.do) {
    case 'cancel':
      return cancelBooking(parts, {
        bookingId,
        actor,
        ...(action.reason && { reason: action.reason }),
      });
    case 'reschedule':
      return move(parts, own, action);
    case 'approve':
      return approveBooking(parts, own);
    case 'decline':
      return declineBooking(parts, { ...own, ...(action.reason && { reason: action.reason }) });
    case 'no-show':
      return markNoShow(parts, own);
    case 'complete':
      return completeBooking(parts, own);
    case 'publish':
      return publishAgain(parts, bookingId);
  }
}

async function move(
  parts: Parts,
  { organiserId, bookingId }: OwnBookingId,
  { startsAt, accept: words = [] }: Extract<BookingAction, { do: 'reschedule' }>,
): Promise<void> {
  const outcome = await moveByOrganiser(parts, { bookingId, startsAt, accepts: { words } });
  if (outcome.is === 'moved') return;
  const { timeZone } = await getOrganiserById(parts.database, organiserId);
  throw objected(outcome.objections, timeZone);
}
