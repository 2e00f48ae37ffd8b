// Where in the picture of a day somebody could be booked by a press: half hours that are open, to come, and free.
import type { Pair } from '../availability/intervals.ts';

/** Minutes since midnight. */
type Taken = { from: number; to: number };

const length = 30;

/** @param from what is before this is over */
export function freeSpots(open: readonly Pair[], taken: readonly Taken[], from: number): number[] {
  return open.flatMap(([start, end]) =>
    startsWithin(Math.max(start, from), end).filter(
      (spot) => !taken.some((each) => each.from < spot + length && spot < each.to),
    ),
  );
}

function startsWithin(start: number, end: number): number[] {
  const first = Math.ceil(start / length) * length;
  const count = Math.max(0, Math.floor((end - first) / length));
  return Array.from({ length: count }, (_, index) => first + index * length);
}
