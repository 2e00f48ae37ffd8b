// The organiser moved the calendar event: the booking goes along, and the attendee is told. A time that meets another
// booking is not refused: whoever drags it there has decided so, and is asked to resolve it.
import type { Transaction } from '../database/database.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { SlotTimes } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { enqueueClashMail, enqueueConsequences } from './enqueue-consequences.ts';
import {
  type FollowedTimes,
  listMet,
  updateFollowedTimes,
  updateReentering,
} from './follow-queries.ts';
import type { Period } from './hold-queries.ts';

export type Follow = { bookingId: string; now: Date };

/** In the transaction and under the lock of the caller. */
export async function followMove(
  jobs: Jobs,
  transaction: Transaction,
  { bookingId, now }: Follow,
  times: SlotTimes,
): Promise<void> {
  const place = await findPlace(transaction, bookingId, times);
  await updateFollowedTimes(transaction, { id: bookingId, now, actor: 'google' }, place);
  const { organiserId } = await getBooking(transaction, bookingId);
  // whoever was met at the time that this one leaves stands alone there now
  await updateReentering(transaction, organiserId, now);
  await enqueueConsequences(jobs, transaction, bookingId, {
    publish: false,
    mails: place.needsResolving ? ['moved'] : ['moved', 'organiser-followed'],
  });
  if (place.needsResolving)
    await enqueueClashMail(jobs, transaction, bookingId, 'organiser-followed');
}

/** Where the booking is to stand, and whether that meets another. */
export async function findPlace(
  transaction: Transaction,
  bookingId: string,
  times: SlotTimes,
): Promise<FollowedTimes & { needsResolving: boolean }> {
  const booking = await getBooking(transaction, bookingId);
  const eventType = await getEventTypeById(transaction, booking.eventTypeId);
  const blocked = withBuffers(times, eventType);
  const met = await listMet(transaction, booking, blocked);
  const { startsAt, endsAt } = times;
  // what is only held or asked for gives way by itself
  const needsResolving = met.some(({ isSettled }) => isSettled);
  return { startsAt, endsAt, blocked, clashing: met.length > 0, needsResolving };
}

export function withBuffers(
  { startsAt, endsAt }: SlotTimes,
  { bufferBeforeMinutes, bufferAfterMinutes }: EventType,
): Period {
  return {
    from: new Date(startsAt.getTime() - bufferBeforeMinutes * 60_000),
    to: new Date(endsAt.getTime() + bufferAfterMinutes * 60_000),
  };
}
