// The same form again, by its Idempotency-Key or by its hold: what became of it the first time.
import type { Queryable } from '../database/database.ts';
import type { Parts } from '../parts.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut } from './booking-rules.ts';
import type { Booking } from './booking.ts';
import { holdExpired } from './get-hold.ts';
import { findIdempotentRequest, type Idempotency, idempotencyMismatch } from './request-queries.ts';
import { idOfToken } from './token-ids.ts';

type Request = { hold?: string; idempotency?: Idempotency };

/** Throws not_found, hold_expired or idempotency_mismatch. */
export async function findEarlierRequest(parts: Parts, request: Request): Promise<Booking | null> {
  const { database, clock } = parts;
  const replayed = await findReplay(database, request, clock());
  if (replayed !== null) return getBooking(database, replayed);
  return request.hold === undefined ? null : findBookingOfHold(parts, request.hold);
}

/** The id of the booking that the key made. Throws idempotency_mismatch. */
export async function findReplay(
  database: Queryable,
  { idempotency }: Request,
  now: Date,
): Promise<string | null> {
  const earlier = idempotency && (await findIdempotentRequest(database, idempotency, now));
  if (!earlier) return null;
  if (!earlier.bodyHash.equals(idempotency.bodyHash)) throw idempotencyMismatch();
  return earlier.bookingId;
}

async function findBookingOfHold(parts: Parts, hold: string): Promise<Booking | null> {
  const booking = await getBooking(parts.database, idOfToken(parts, hold, 'hold'));
  if (booking.state === 'held' && !hasRunOut(booking, parts.clock())) return null;
  if (!('attendee' in booking) || booking.attendee === null) throw holdExpired();
  return booking;
}

/** The other half of a double click was faster. Throws hold_expired when it was not that. */
export async function findTwin(transaction: Queryable, id: string): Promise<string> {
  const booking = await getBooking(transaction, id);
  if (!('attendee' in booking) || booking.attendee === null || booking.state === 'expired')
    throw holdExpired();
  return id;
}
