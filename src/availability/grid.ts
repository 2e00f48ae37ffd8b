// The grid of possible starts: the real instants whose wall-clock minutes since midnight are divisible by the step.
// A repeated hour has its grid starts twice, a skipped hour has none.
import { MINUTES_PER_DAY } from './dates.ts';
import { type TimeZone, periodAt } from './time-zone.ts';

/** The first start at or after `minute`, which is not before `midnight`, on the grid that is counted from there. */
export function firstOnGrid(midnight: number, step: number, minute: number): number {
  const past = (minute - midnight) % step;
  return past === 0 ? minute : minute + step - past;
}

export function isOnGrid(midnight: number, step: number, minute: number): boolean {
  return (minute - midnight) % step === 0;
}

/** The midnight from which the wall clock of that instant counts, were its offset the whole day's. */
export function midnightBefore(minute: number, offset: number): number {
  return Math.floor((minute + offset) / MINUTES_PER_DAY) * MINUTES_PER_DAY - offset;
}

/** The first grid start at or after that instant, be it days and clock changes away. */
export function nextGridStart(zone: TimeZone, step: number, minute: number): number {
  const { end, offset } = periodAt(zone, minute);
  const midnight = midnightBefore(minute, offset);
  const nextMidnight = midnight + MINUTES_PER_DAY;
  const start = Math.min(firstOnGrid(midnight, step, minute), nextMidnight);
  return start < end ? start : nextGridStart(zone, step, end);
}
