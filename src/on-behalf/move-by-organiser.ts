// The organiser moves a booking to any time of their choosing: the attendee is told, and Google follows. What speaks
// against the time is named and accepted as when they book one; another booking's time is never taken.
import { getBooking } from '../bookings/booking-queries.ts';
import { moveMails } from '../bookings/booking-rules.ts';
import { refuseClash, updateTimes } from '../bookings/change-queries.ts';
import { enqueueConsequences, enqueueRecheck } from '../bookings/enqueue-consequences.ts';
import { type BookingWithContext, withContext } from '../bookings/get-hold.ts';
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { refuseUnlessMovable } from '../bookings/reschedule-booking.ts';
import type { Parts } from '../parts.ts';
import { type ExaminedTime, examineTime } from './examine-time.ts';
import { type Acceptance, isAccepted, type Objection } from './objection.ts';
import { refuseFull } from './refuse-full.ts';

export type Move = { bookingId: string; startsAt: Date; accepts: Acceptance };

export type MoveOutcome = { is: 'moved' } | { is: 'objected'; objections: Objection[] };

/** Whose booking it is is settled before. Throws already_cancelled, forbidden, slot_taken or calendar_unavailable. */
export async function moveByOrganiser(parts: Parts, move: Move): Promise<MoveOutcome> {
  const { bookingId, startsAt, accepts } = move;
  const found = await withContext(parts, await getBooking(parts.database, bookingId));
  refuseUnlessMovable(found.booking, 'organiser', parts.clock());
  if (found.booking.startsAt.getTime() === startsAt.getTime()) return { is: 'moved' };
  const time = await examineTime(parts, { ...found, startsAt });
  const { objections } = time;
  if (!isAccepted(objections, accepts)) return { is: 'objected', objections };
  await write(parts, found, { ...time, startsAt });
  return { is: 'moved' };
}

type NewTime = ExaminedTime & { startsAt: Date };

function write(parts: Parts, found: BookingWithContext, time: NewTime): Promise<void> {
  const { id } = found.booking;
  const { isLive, objections } = time;
  return organiserTransaction(parts, found.organiser.id, async (transaction, now) => {
    const current = await getBooking(transaction, id);
    refuseUnlessMovable(current, 'organiser', now);
    if (current.startsAt.getTime() === time.startsAt.getTime()) return;
    await refuseClash(transaction, { ...current, blocked: time.blocked });
    await refuseFull(transaction, id, found, time);
    await updateTimes(transaction, { id, now, actor: 'organiser' }, time);
    const mails = moveMails('organiser');
    await enqueueConsequences(parts.jobs, transaction, id, { publish: true, mails });
    const isBusyKnown = objections.some(({ is }) => is === 'busy');
    if (!isLive && !isBusyKnown) await enqueueRecheck(parts.jobs, transaction, id);
  });
}
