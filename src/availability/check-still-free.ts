// For a slot that is kept already, whatever its event type has become since: only Google may have changed its mind.
import type { Booking } from '../bookings/booking.ts';
import { checkBusy } from '../calendars/check-busy.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { ownEventOf } from './check-slot.ts';
import { minuteOf } from './gather-offer.ts';
import { overlapsAny } from './intervals.ts';

export type Look = {
  isFree: boolean;
  /** False: Google did not answer in time; the look is to be repeated. */
  isLive: boolean;
};

/** Throws slot_taken or calendar_unavailable. */
export async function checkStillFree(parts: Parts, booking: Booking): Promise<{ isLive: boolean }> {
  const { isFree, isLive } = await lookAgain(parts, booking);
  if (!isFree)
    throw new Problem(
      'slot_taken',
      say('Somebody else has taken this time. Please choose another.'),
    );
  return { isLive };
}

/** Whether Google has nothing but the booking's own event in its time. Throws calendar_unavailable. */
export async function lookAgain(parts: Parts, booking: Booking): Promise<Look> {
  const { organiserId, blocked } = booking;
  const excluding = ownEventOf(booking);
  const { busy, isLive } = await checkBusy(
    parts,
    organiserId,
    blocked,
    excluding ? { excluding } : {},
  );
  return { isFree: !overlapsAny(busy, minuteOf(blocked.from), minuteOf(blocked.to)), isLive };
}
