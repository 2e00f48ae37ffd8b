// The organiser's decision on a proven request.
import { checkStillFree } from '../availability/check-slot.ts';
import type { Transaction } from '../database/database.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { lockOrganiser } from './booking-locks.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut } from './booking-rules.ts';
import type { Booking, Requested } from './booking.ts';
import { updateToCancelled } from './change-queries.ts';
import { writeConfirmed } from './confirm-booking.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';

export type OwnBookingId = { organiserId: string; bookingId: string };

/** Google is asked again. Throws not_found, request_expired, slot_taken or calendar_unavailable. */
export async function approveBooking(
  parts: Parts,
  { organiserId, bookingId }: OwnBookingId,
): Promise<void> {
  const booking = await getBooking(parts.database, bookingId);
  const eventType = await getEventTypeById(parts.database, booking.eventTypeId);
  const { isLive } = await checkStillFree(parts, { eventType, startsAt: booking.startsAt });
  await parts.database.transaction(async (transaction) => {
    const now = parts.clock();
    await lockOrganiser(transaction, organiserId, now);
    const waiting = await getWaiting(transaction, organiserId, bookingId, now);
    const change = { id: waiting.id, now, actor: 'organiser' } as const;
    await writeConfirmed(parts.jobs, transaction, change, { isLive, endsOldLink: false });
  });
}

/** Throws not_found or request_expired. */
export async function declineBooking(
  parts: Parts,
  { organiserId, bookingId, reason }: OwnBookingId & { reason?: string },
): Promise<void> {
  await parts.database.transaction(async (transaction) => {
    const now = parts.clock();
    await lockOrganiser(transaction, organiserId, now);
    const { id } = await getWaiting(transaction, organiserId, bookingId, now);
    await updateToCancelled(transaction, { id, now, actor: 'organiser' }, reason ?? null);
    await enqueueConsequences(parts.jobs, transaction, id, {
      publish: false,
      mails: ['cancelled'],
    });
  });
}

async function getWaiting(
  transaction: Transaction,
  organiserId: string,
  bookingId: string,
  now: Date,
): Promise<Requested> {
  const booking: Booking = await getBooking(transaction, bookingId);
  if (booking.organiserId !== organiserId)
    throw new Problem('not_found', 'You have no such booking.');
  if (hasRunOut(booking, now))
    throw new Problem('request_expired', 'This request has run out; the attendee has been told.');
  if (booking.state === 'cancelled')
    throw new Problem('already_cancelled', 'This request has been cancelled.');
  if (booking.state !== 'requested' || booking.provenAt === null)
    throw new Problem('forbidden', 'There is nothing to decide on this booking.');
  return booking;
}
