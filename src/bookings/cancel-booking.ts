// Calls a booking or a request off; the calendar event goes and the other side is told.
import type { Queryable } from '../database/database.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { getBooking } from './booking-queries.ts';
import { cancellationMails, hasRunOut } from './booking-rules.ts';
import type { Actor, Booking } from './booking.ts';
import { updateToCancelled } from './change-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { getBookingOfManageToken } from './token-ids.ts';

/** By the attendee's link, or by id where it is settled that the caller may. */
export type WhichBooking = { token: string } | { bookingId: string };

/** Asked again under the lock: the proof may have ended the link meanwhile. */
export function findWhich(
  database: Queryable,
  tokens: Tokens,
  which: WhichBooking,
): Promise<Booking> {
  return 'token' in which
    ? getBookingOfManageToken({ database, tokens }, which.token)
    : getBooking(database, which.bookingId);
}

/** Throws not_found, already_cancelled, request_expired, or forbidden once the visit has begun (for the attendee). */
export async function cancelBooking(
  parts: Parts,
  request: WhichBooking & { reason?: string; actor: Actor },
): Promise<Booking> {
  const { database, tokens } = parts;
  const { id, organiserId } = await findWhich(database, tokens, request);
  const { actor, reason = null } = request;
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const booking = await findWhich(transaction, tokens, request);
    refuseUnlessCancellable(booking, actor, now);
    await updateToCancelled(transaction, { id, now, actor }, reason);
    const publish = booking.state === 'confirmed';
    const mails = cancellationMails(booking, actor);
    await enqueueConsequences(parts.jobs, transaction, id, { publish, mails });
  });
  return getBooking(database, id);
}

function refuseUnlessCancellable(booking: Booking, actor: Actor, now: Date): void {
  if (booking.state === 'cancelled')
    throw new Problem('already_cancelled', say('This appointment has been cancelled already.'));
  if (hasRunOut(booking, now))
    throw new Problem('request_expired', say('This request has run out already.'));
  const isOver = booking.state === 'completed' || booking.state === 'no_show';
  if (isOver || (actor === 'attendee' && booking.startsAt <= now))
    throw new Problem(
      'forbidden',
      say('This appointment has begun, so it cannot be cancelled any more.'),
    );
}
