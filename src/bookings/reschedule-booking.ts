// Moves a confirmed booking to another slot; the calendar event follows and the other side is told. Its own time does
// not stand in its way.
import { checkSlot } from '../availability/check-slot.ts';
import { say } from '../languages/say.ts';
import { refuseIfDisabled } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut, moveMails } from './booking-rules.ts';
import type { Actor, Booking } from './booking.ts';
import { findWhich, type WhichBooking } from './cancel-booking.ts';
import { isDayFull, refuseClash, updateTimes } from './change-queries.ts';
import { enqueueConsequences, enqueueRecheck } from './enqueue-consequences.ts';
import { withContext } from './get-hold.ts';
import { organiserTransaction } from './organiser-transaction.ts';

/** Throws not_found, already_cancelled, forbidden, slot_taken, slot_not_offered or calendar_unavailable. */
export async function rescheduleBooking(
  parts: Parts,
  request: WhichBooking & { startsAt: Date; actor: Actor },
): Promise<Booking> {
  const { booking, organiser, eventType } = await withContext(
    parts,
    await findWhich(parts.database, parts.tokens, request),
  );
  const { startsAt, actor } = request;
  if (actor === 'attendee') refuseIfDisabled(organiser);
  refuseUnlessMovable(booking, actor, parts.clock());
  if (booking.startsAt.getTime() === startsAt.getTime()) return booking;
  const slot = await checkSlot(parts, { organiser, eventType, startsAt, booking });
  const { id } = booking;
  await organiserTransaction(parts, organiser.id, async (transaction, now) => {
    const current = await findWhich(transaction, parts.tokens, request);
    refuseUnlessMovable(current, actor, now);
    if (current.startsAt.getTime() === startsAt.getTime()) return;
    await refuseClash(transaction, { ...current, blocked: slot.blocked });
    if (await isDayFull(transaction, organiser.id, slot.day, eventType.dailyCap, id))
      throw dayFull();
    await updateTimes(transaction, { id, now, actor }, { startsAt, ...slot });
    await enqueueConsequences(parts.jobs, transaction, id, {
      publish: true,
      mails: moveMails(actor),
    });
    if (!slot.isLive) await enqueueRecheck(parts.jobs, transaction, id);
  });
  return getBooking(parts.database, id);
}

export function refuseUnlessMovable(booking: Booking, actor: Actor, now: Date): void {
  if (booking.state === 'cancelled')
    throw new Problem('already_cancelled', say('This appointment has been cancelled.'));
  if (booking.state !== 'confirmed' || hasRunOut(booking, now))
    throw new Problem('forbidden', say('Only a confirmed appointment can be moved.'));
  if (actor === 'attendee' && booking.startsAt <= now)
    throw new Problem(
      'forbidden',
      say('This appointment has begun, so it cannot be moved any more.'),
    );
}

function dayFull(): Problem {
  return new Problem('slot_not_offered', say('This day is full. Please choose another time.'));
}
