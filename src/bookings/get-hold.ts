// A hold as its form's page shows it.
import { type Bookable, getEventTypeById } from '../event-types/event-type-queries.ts';
import { findKeyOfBooking } from '../event-types/secret-key.ts';
import { say } from '../languages/say.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut, lengthMinutes } from './booking-rules.ts';
import type { Booking, Held } from './booking.ts';
import { idOfToken } from './token-ids.ts';

/** The event type at the booking's own length: another time for it is as long as this one. */
export type BookingWithContext<Kind extends Booking = Booking> = Bookable & { booking: Kind };

/** Throws not_found, or hold_expired when the time is over or the form is in already. */
export async function getHold(parts: Parts, token: string): Promise<Bookable & { hold: Held }> {
  const booking = await getBooking(parts.database, idOfToken(parts, token, 'hold'));
  if (booking.state !== 'held' || hasRunOut(booking, parts.clock())) throw holdExpired();
  const { booking: hold, ...context } = await withContext(parts, booking);
  return { hold, ...context };
}

export async function withContext<Kind extends Booking>(
  parts: Parts,
  booking: Kind,
): Promise<BookingWithContext<Kind>> {
  const eventType = await getEventTypeById(parts.database, booking.eventTypeId);
  return {
    booking,
    organiser: await getOrganiserById(parts.database, booking.organiserId),
    eventType: { ...eventType, durationMinutes: lengthMinutes(booking), otherDurations: [] },
    key: await findKeyOfBooking(parts, eventType, booking.id),
  };
}

export function holdExpired(): Problem {
  return new Problem(
    'hold_expired',
    say('This time is no longer kept for you. Please choose it again, or another.'),
  );
}
