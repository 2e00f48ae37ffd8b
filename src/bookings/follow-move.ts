// The organiser moved the calendar event: the booking goes along, and the attendee is told. A time that meets another
// booking is not refused: whoever drags it there has decided so, and is asked to resolve it.
import type { Transaction } from '../database/database.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { SlotTimes } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { listMet, updateFollowedTimes } from './follow-queries.ts';
import type { Period } from './hold-queries.ts';

export type Follow = { bookingId: string; now: Date };

/** In the transaction and under the lock of the caller. */
export async function followMove(
  jobs: Jobs,
  transaction: Transaction,
  { bookingId, now }: Follow,
  times: SlotTimes,
): Promise<void> {
  const booking = await getBooking(transaction, bookingId);
  const eventType = await getEventTypeById(transaction, booking.eventTypeId);
  const blocked = withBuffers(times, eventType);
  const met = await listMet(transaction, booking, blocked);
  const change = { id: bookingId, now, actor: 'google' } as const;
  await updateFollowedTimes(transaction, change, { ...times, blocked, clashing: met.length > 0 });
  // what is only held or asked for gives way by itself
  const clashes = met.some(({ isSettled }) => isSettled);
  await enqueueConsequences(jobs, transaction, bookingId, {
    publish: false,
    mails: ['moved', clashes ? 'organiser-clash' : 'organiser-followed'],
  });
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
