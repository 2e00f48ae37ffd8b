// A hold as its form's page shows it.
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut } from './booking-rules.ts';
import type { Booking, Held } from './booking.ts';
import { idOfToken } from './token-ids.ts';

export type BookingWithContext<Kind extends Booking = Booking> = {
  booking: Kind;
  organiser: Organiser;
  eventType: EventType;
};

/** Throws not_found, or hold_expired when the time is over or the form is in already. */
export async function getHold(
  parts: Parts,
  token: string,
): Promise<{ hold: Held; organiser: Organiser; eventType: EventType }> {
  const booking = await getBooking(parts.database, idOfToken(parts, token, 'hold'));
  if (booking.state !== 'held' || hasRunOut(booking, parts.clock())) throw holdExpired();
  const { organiser, eventType } = await withContext(parts, booking);
  return { hold: booking, organiser, eventType };
}

export async function withContext<Kind extends Booking>(
  { database }: Parts,
  booking: Kind,
): Promise<BookingWithContext<Kind>> {
  return {
    booking,
    organiser: await getOrganiserById(database, booking.organiserId),
    eventType: await getEventTypeById(database, booking.eventTypeId),
  };
}

export function holdExpired(): Problem {
  return new Problem(
    'hold_expired',
    'This time is no longer kept for you. Please choose it again, or another.',
  );
}
