// From a link's token to the booking it is for.
import type { Queryable } from '../database/database.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { findBooking } from './booking-queries.ts';
import type { Booking } from './booking.ts';

/** For tokens that have one generation only. Throws not_found. */
export function idOfToken({ tokens }: Parts, token: string, purpose: 'hold' | 'confirm'): string {
  const id = tokens.idOf(token);
  if (id === null || !tokens.matches(token, purpose, id)) throw unknownLink();
  return id;
}

/** Throws not_found, also for the link that died when the address was proven. */
export async function getBookingOfManageToken(
  { tokens, database }: { tokens: Tokens; database: Queryable },
  token: string,
): Promise<Booking> {
  const id = tokens.idOf(token);
  const booking = id === null ? null : await findBooking(database, id);
  if (!booking || !tokens.matches(token, 'manage', booking.id, booking.manageGeneration))
    throw unknownLink();
  return booking;
}

export function unknownLink(): Problem {
  return new Problem(
    'not_found',
    say('This link leads nowhere. The newest mail about your appointment has the one that works.'),
  );
}
