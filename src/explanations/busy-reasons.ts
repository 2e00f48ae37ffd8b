// Who takes the time: a booking, request or hold of the product's own, or a calendar, by name.
import { dateAt, minuteOf } from '../availability/gather-offer.ts';
import {
  overlaps,
  type Packed,
  packedInstants,
  pairsOf,
  subtract,
} from '../availability/intervals.ts';
import type { Period } from '../calendars/calendar.ts';
import type { Blocker, Reason } from './reason.ts';

export type NamedBusy = {
  calendarId: string;
  calendarName: string;
  busy: Packed;
  checkedAt: Date | null;
};

/** Those that meet the time, in its order. A booking's own calendar event is the booking, and not told twice. */
export function busyReasons(
  blocked: Period,
  blockers: readonly Blocker[],
  calendars: readonly NamedBusy[],
): Reason[] {
  return [
    ...blockers.map((blocker): Reason => ({ is: 'blocker', blocker })),
    ...calendars.flatMap((calendar) => calendarReasons(blocked, blockers, calendar)),
  ].toSorted((a, b) => beginningOf(a) - beginningOf(b));
}

function calendarReasons(
  blocked: Period,
  blockers: readonly Blocker[],
  { calendarId, calendarName, busy, checkedAt }: NamedBusy,
): Reason[] {
  const own = blockers.filter((blocker) => blocker.calendarId === calendarId);
  const booked = packedInstants(
    own.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
  );
  return pairsOf(subtract(busy, booked))
    .filter(([start, end]) => overlaps(start, end, minuteOf(blocked.from), minuteOf(blocked.to)))
    .map(([start, end]) => {
      const period = { from: dateAt(start), to: dateAt(end) };
      return { is: 'busy', calendarName, period, checkedAt };
    });
}

function beginningOf(reason: Reason): number {
  if (reason.is === 'busy') return reason.period.from.getTime();
  return reason.is === 'blocker' ? reason.blocker.startsAt.getTime() : 0;
}
