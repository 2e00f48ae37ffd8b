// Which part of a busy time is a booking's own calendar event, and nothing else: free for the booking's own move.
import { packedInstants, subtract, type Packed } from '../availability/intervals.ts';
import type { CalendarEvent } from '../google/google.ts';
import type { Period } from './calendar.ts';

const nothing: Packed = new Int32Array();

/** `events`: what the calendar holds in `period`, the booking's time. */
export function ownTime(events: CalendarEvent[], eventId: string, period: Period): Packed {
  const others = events.filter((event) => event.id !== eventId && isOpaque(event));
  const isThere = events.some((event) => event.id === eventId && isOpaque(event));
  if (!isThere || others.some((event) => spanOf(event) === null)) return nothing;
  const own = packedInstants([{ start: period.from, end: period.to }]);
  return subtract(own, packedInstants(others.flatMap((event) => spanOf(event) ?? [])));
}

function isOpaque(event: CalendarEvent): boolean {
  return event.status !== 'cancelled' && !event.isTransparent;
}

/** Null for an all-day event: its span depends on the calendar's zone, so it takes all of the time. */
function spanOf({ startsAt, endsAt }: CalendarEvent): { start: Date; end: Date } | null {
  return startsAt && endsAt ? { start: startsAt, end: endsAt } : null;
}
