// What a hold's link leads to: the form while the hold lives, the request once the form is in, or what is free instead.
import { findNearestSlots } from '../availability/list-slots.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type SlotTimes } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut } from './booking-rules.ts';
import type { Booking, Held } from './booking.ts';
import { withContext } from './get-hold.ts';
import { idOfToken } from './token-ids.ts';

export type FoundForm = Bookable &
  (
    | { kind: 'open'; hold: Held }
    | { kind: 'sent'; manageToken: string }
    | { kind: 'over'; startsAt: Date; offered: SlotTimes[] }
  );

/** Throws not_found. */
export async function findForm(parts: Parts, token: string): Promise<FoundForm> {
  const booking = await getBooking(parts.database, idOfToken(parts, token, 'hold'));
  const { booking: _, ...context } = await withContext(parts, booking);
  if (booking.state === 'held' && !hasRunOut(booking, parts.clock()))
    return { ...context, kind: 'open', hold: booking };
  if (isStillTheTypists(booking)) {
    const manageToken = parts.tokens.create('manage', booking.id, booking.manageGeneration);
    return { ...context, kind: 'sent', manageToken };
  }
  const { startsAt } = booking;
  const offered = await findFreeNear(parts, { ...context, startsAt });
  return { ...context, kind: 'over', startsAt, offered };
}

/** Nothing, when the calendar cannot be read: unknown is never free. Nor where booking is closed. */
export async function findFreeNear(
  parts: Parts,
  wanted: Bookable & { startsAt: Date },
): Promise<SlotTimes[]> {
  if (wanted.organiser.isDisabled) return [];
  try {
    return await findNearestSlots(parts, { ...wanted, count: 3 });
  } catch (error) {
    if (isProblem(error, 'calendar_unavailable')) return [];
    throw error;
  }
}

/** The proof ends the link of whoever typed the form; the hold's token must not give the new one away. */
function isStillTheTypists(booking: Booking): boolean {
  if (booking.state === 'held' || !('attendee' in booking) || booking.attendee === null)
    return false;
  const isProven = booking.state === 'requested' && booking.provenAt !== null;
  return !isProven && booking.manageGeneration === 1;
}
