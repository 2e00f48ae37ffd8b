// The organiser's decision on a proven request.
import { checkStillFree } from '../availability/check-still-free.ts';
import type { Queryable } from '../database/database.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut } from './booking-rules.ts';
import type { Booking, Requested } from './booking.ts';
import { updateToCancelled } from './change-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { writeConfirmed } from './write-confirmed.ts';

export type OwnBookingId = { organiserId: string; bookingId: string };

/** Google is asked again. Throws not_found, forbidden, request_expired, slot_taken or calendar_unavailable. */
export async function approveBooking(
  parts: Parts,
  { organiserId, bookingId }: OwnBookingId,
): Promise<void> {
  const found = await getWaiting(parts.database, organiserId, bookingId, parts.clock());
  const { isLive } = await checkStillFree(parts, found);
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const waiting = await getWaiting(transaction, organiserId, bookingId, now);
    const change = { id: waiting.id, now, actor: 'organiser' } as const;
    await writeConfirmed(parts.jobs, transaction, change, { isLive, isProof: false });
  });
}

/** Throws not_found or request_expired. */
export async function declineBooking(
  parts: Parts,
  { organiserId, bookingId, reason }: OwnBookingId & { reason?: string },
): Promise<void> {
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const { id } = await getWaiting(transaction, organiserId, bookingId, now);
    await updateToCancelled(transaction, { id, now, actor: 'organiser' }, reason ?? null);
    await enqueueConsequences(parts.jobs, transaction, id, {
      publish: false,
      mails: ['cancelled'],
    });
  });
}

async function getWaiting(
  database: Queryable,
  organiserId: string,
  bookingId: string,
  now: Date,
): Promise<Requested> {
  const booking: Booking = await getBooking(database, bookingId);
  if (booking.organiserId !== organiserId)
    throw new Problem('not_found', say('You have no such booking.'));
  if (hasRunOut(booking, now))
    throw new Problem(
      'request_expired',
      say('This request has run out; the attendee has been told.'),
    );
  if (booking.state === 'cancelled')
    throw new Problem('already_cancelled', say('This request has been cancelled.'));
  if (booking.state !== 'requested' || booking.provenAt === null)
    throw new Problem('forbidden', say('There is nothing to decide on this booking.'));
  return booking;
}
