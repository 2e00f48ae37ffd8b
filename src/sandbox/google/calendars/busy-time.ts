// What counts as busy: opaque, not cancelled, not declined. Unanswered and tentative invitations do, out of office and
// focus time too; a working location does not. Timed tasks block the time without being events.
import type { CalendarEvent } from '../events/event.ts';
import { guestOf } from '../events/guests.ts';
import { singleEvents } from '../events/single-events.ts';
import type { Calendar } from '../state.ts';
import { overlaps, spanOf, type Span } from '../times.ts';
import type { World } from '../world.ts';

/** Sorted by start, as they are: overlapping, and reaching out of the range. */
export function busySpans(world: World, calendar: Calendar, range: Span): Span[] {
  const events = singleEvents(world, calendar, range)
    .filter(({ event }) => isBusy(event, calendar))
    .map(({ event }) => spanOf(event, calendar.timeZone));
  const tasks = calendar.busyTasks.map(({ start, end }) => ({
    start: Date.parse(start),
    end: Date.parse(end),
  }));
  return [...events, ...tasks]
    .filter((span) => span.start < span.end && overlaps(span, range))
    .sort((one, other) => one.start - other.start || one.end - other.end);
}

export function clipped(spans: Span[], range: Span): Span[] {
  return spans.map(({ start, end }) => ({
    start: Math.max(start, range.start),
    end: Math.min(end, range.end),
  }));
}

/** Overlapping and touching ones become one. */
export function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

function isBusy(event: CalendarEvent, { id }: Calendar): boolean {
  return (
    event.status !== 'cancelled' &&
    event.transparency !== 'transparent' &&
    !['workingLocation', 'birthday'].includes(event.eventType) &&
    guestOf(event, id)?.responseStatus !== 'declined'
  );
}
