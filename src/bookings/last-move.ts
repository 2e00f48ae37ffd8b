// Where a booking stood before it was moved the last time, and who moved it.
import type { SlotTimes } from '../problem.ts';
import type { HistoryEntry } from './booking-queries.ts';
import type { Actor } from './booking.ts';
import { isSameTime } from './known-times.ts';

export type Move = { from: SlotTimes; by: Actor };

type Entry = Pick<HistoryEntry, 'startsAt' | 'endsAt' | 'actor'> & { deed?: HistoryEntry['deed'] };

/** Null where it stands as it was booked, or the attendee has said that its time is kept. Oldest first. */
export function lastMoveOf(history: readonly Entry[]): Move | null {
  const index = history.findLastIndex(
    (entry, at) => at > 0 && !isSameTime(entry, history[at - 1]!),
  );
  const isKept = history.slice(index).some(({ deed }) => deed === 'time_kept');
  if (index === -1 || isKept) return null;
  const { startsAt, endsAt } = history[index - 1]!;
  return { from: { startsAt, endsAt }, by: history[index]!.actor };
}
