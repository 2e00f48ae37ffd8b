// In which order the changes of one reading are followed. Who dragged one appointment to where another stood has made
// room before or at the same time: what leaves goes first, so that nobody is told of a clash that is none.
import { overlaps } from '../../availability/intervals.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { Followed } from './followed-event-queries.ts';

export type Changed = {
  followed: Pick<Followed, 'ours'>;
  event: Pick<CalendarEvent, 'status' | 'startsAt' | 'endsAt'>;
};

/** Deletions, then moves to where nobody stands any more. Of those who change places somebody has to be first. */
export function inOrder<Change extends Changed>(changes: readonly Change[]): Change[] {
  const ordered = changes.filter(isDeletion);
  let waiting = changes.filter((change) => !isDeletion(change));
  while (waiting.length > 0) {
    const free = waiting.filter((change) => !waiting.some((other) => stands(other, change)));
    const next = free.length > 0 ? free : waiting.slice(0, 1);
    ordered.push(...next);
    waiting = waiting.filter((change) => !next.includes(change));
  }
  return ordered;
}

export function isDeletion({ event }: Changed): boolean {
  return event.status === 'cancelled';
}

/** Whether the one still stands where the other is going. */
function stands(one: Changed, going: Changed): boolean {
  const { startsAt, endsAt } = going.event;
  if (one === going || !startsAt || !endsAt) return false;
  const { ours } = one.followed;
  const [start, end] = [ours.startsAt.getTime(), ours.endsAt.getTime()];
  return overlaps(start, end, startsAt.getTime(), endsAt.getTime());
}
