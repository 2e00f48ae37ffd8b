// The times at which one side of a booking has known it to stand: those that it chose itself, and those that a mail of
// ours told it. While mails cannot go out, a booking may stand at others in between, of which that side never hears.
import type { SlotTimes } from '../problem.ts';
import type { Booking } from './booking.ts';

export type KnownTimes = SlotTimes & { at: Date };

/** Latest first; null where none differ from the times of now. */
export function lastKnownOther(
  known: readonly KnownTimes[],
  booking: Pick<Booking, 'startsAt' | 'endsAt'>,
): SlotTimes | null {
  return known.find((times) => !isSameTime(times, booking)) ?? null;
}

/** Moved back to where that side still knows it: there is nothing to tell. Latest first. */
export function isWhereKnown(
  known: readonly KnownTimes[],
  booking: Pick<Booking, 'startsAt' | 'endsAt' | 'changedAt'>,
): boolean {
  const last = known.find(({ at }) => at < booking.changedAt);
  const isToldSince = known.some(({ at }) => at >= booking.changedAt);
  return last !== undefined && !isToldSince && isSameTime(last, booking);
}

export function isSameTime(one: SlotTimes, other: SlotTimes): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.endsAt.getTime() === other.endsAt.getTime()
  );
}
