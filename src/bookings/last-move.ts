// Where a booking stood before it was moved the last time, and who moved it.
import type { SlotTimes } from '../problem.ts';
import type { HistoryEntry } from './booking-queries.ts';
import type { Actor } from './booking.ts';

export type Move = { from: SlotTimes; by: Actor };

type Entry = Pick<HistoryEntry, 'startsAt' | 'endsAt' | 'actor'>;

/** Null where it stands as it was booked. `history` with the oldest first. */
export function lastMoveOf(history: readonly Entry[]): Move | null {
  const index = history.findLastIndex(
    (entry, at) => at > 0 && !isSameTime(entry, history[at - 1]!),
  );
  if (index === -1) return null;
  const { startsAt, endsAt } = history[index - 1]!;
  return { from: { startsAt, endsAt }, by: history[index]!.actor };
}

function isSameTime(one: SlotTimes, other: SlotTimes): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.endsAt.getTime() === other.endsAt.getTime()
  );
}
