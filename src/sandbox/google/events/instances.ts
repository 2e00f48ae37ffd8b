// The instances of a series: made up from the master where nothing was changed, else the stored exception.
import type { Calendar, State, StoredEvent } from '../state.ts';
import { overlaps, spanOf, type Span } from '../times.ts';
import type { CalendarEvent, EventTime } from './event.ts';
import { markOf, marksOf, timesAt, unpacked } from './recurrence.ts';

const dayMs = 24 * 60 * 60_000;

/** Google's `<id>_YYYYMMDDTHHMMSSZ`, for all-day events `<id>_YYYYMMDD`. */
export function instanceId(masterId: string, originalStartTime: EventTime): string {
  const start = new Date(markOf(originalStartTime)).toISOString();
  const stamp = start.replaceAll(/[-:]|\.\d+/g, '');
  return `${masterId}_${originalStartTime.date === undefined ? stamp : stamp.slice(0, 8)}`;
}

/** Instances that meet the span, cancelled ones among them. */
export function instancesOf(state: State, calendar: Calendar, master: StoredEvent, span: Span) {
  const stored = exceptionsOf(state, calendar, master.event.id);
  const made = marksOf(master.event, calendar.timeZone, reachOf(master.event, span))
    .map((mark) => instanceAt(master, mark))
    .filter(({ event }) => !stored.has(event.id));
  const exceptions = [...stored.values()].map(livingAs(master));
  return [...made, ...exceptions].filter(({ event }) =>
    overlaps(spanOf(event, calendar.timeZone), span),
  );
}

/** Where an instance may start that meets the span, with a day's room for zones. */
function reachOf({ start, end }: CalendarEvent, span: Span): Span {
  const length = markOf(end) - markOf(start);
  return { start: span.start - length - dayMs, end: span.end + dayMs };
}

/** Nothing outlives its series. */
function livingAs({ event: { status } }: StoredEvent) {
  return (stored: StoredEvent): StoredEvent =>
    status === 'cancelled' ? { ...stored, event: { ...stored.event, status } } : stored;
}

/** A stored event, or an instance that nobody touched yet. */
export function findEvent(state: State, calendar: Calendar, eventId: string): StoredEvent | null {
  return state.events[calendar.id]?.[eventId] ?? findInstance(state, calendar, eventId);
}

export function exceptionsOf(state: State, calendar: Calendar, masterId: string) {
  const events = Object.values(state.events[calendar.id] ?? {});
  const exceptions = events.filter(({ event }) => event.recurringEventId === masterId);
  return new Map(exceptions.map((stored) => [stored.event.id, stored]));
}

function findInstance(state: State, calendar: Calendar, eventId: string): StoredEvent | null {
  const [, masterId = '', stamp = ''] = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(eventId) ?? [];
  const master = state.events[calendar.id]?.[masterId];
  if (!master?.event.recurrence) return null;
  const mark = Date.parse(unpacked(stamp));
  const range = { start: mark, end: mark + 1 };
  const isReal = marksOf(master.event, calendar.timeZone, range).length > 0;
  const instance = instanceAt(master, mark);
  return isReal && instance.event.id === eventId ? instance : null;
}

export function instanceAt(master: StoredEvent, mark: number): StoredEvent {
  const { recurrence: _, ...shared } = master.event;
  const times = timesAt(master.event, mark);
  const event: CalendarEvent = {
    ...structuredClone(shared as CalendarEvent),
    ...times,
    id: instanceId(master.event.id, times.start),
    recurringEventId: master.event.id,
    originalStartTime: times.start,
  };
  return { event, version: master.version, retired: [] };
}
