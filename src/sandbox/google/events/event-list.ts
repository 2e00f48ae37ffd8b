// events.list and events.instances: a calendar's events, whole series or single instances, page by page, and with a
// sync token only what has changed since.
import { readable, type Access } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { flag, instant, pathId, text } from '../api/parameters.ts';
import { invalid, notFound, updatedMinTooLongAgo } from '../api/refusals.ts';
import type { StoredEvent } from '../state.ts';
import { instantOf, isWithin, type Span } from '../times.ts';
import type { World } from '../world.ts';
import { checkProperties, isShown, matches, windowOf } from './event-filter.ts';
import { changedSince, checkSyncCall } from './event-sync.ts';
import type { CalendarEvent } from './event.ts';
import { findEvent, instancesOf } from './instances.ts';
import { listed } from './list-reply.ts';
import { singleEvents } from './single-events.ts';

const dayMs = 24 * 60 * 60_000;
/** How far a series is expanded where the call sets no end, and how long ago `updatedMin` may lie. */
const expansionMs = 730 * dayMs;
const memoryMs = 28 * dayMs;

export function listEvents(world: World, call: Call): Reply {
  const access = readable(world, call);
  checkSyncCall(call);
  checkOrder(call);
  checkProperties(call);
  const sync = text(call, 'syncToken');
  const found =
    sync === undefined ? currentEvents(world, call, access) : changedSince(world, call, access);
  return listed(world, call, access, found);
}

export function listInstances(world: World, call: Call): Reply {
  const access = readable(world, call);
  const master = findEvent(world.state, access.calendar, pathId(call, 'eventId'));
  if (!master) throw notFound();
  if (!master.event.recurrence) throw invalid('The event is not recurring.', 'eventId');
  const original = text(call, 'originalStart');
  const instances = instancesOf(world.state, access.calendar, master, expansion(world, call))
    .filter(({ event }) => isShown(call, event, false))
    .filter(
      ({ event }) =>
        original === undefined ||
        instantOf(event.originalStartTime!, access.calendar.timeZone) === Date.parse(original),
    );
  return listed(world, call, access, instances);
}

function currentEvents(world: World, call: Call, { calendar }: Access): StoredEvent[] {
  const events = world.state.events[calendar.id] ?? {};
  const updatedMin = checkedUpdatedMin(world, call);
  const window = windowOf(call);
  const all = flag(call, 'singleEvents')
    ? singleEvents(world, calendar, expansion(world, call))
    : Object.values(events).filter((stored) => isSeriesWithin(world, calendar, stored, window));
  return all
    .filter(({ event }) => !updatedMin || Date.parse(event.updated) >= updatedMin)
    .filter(({ event }) => isShown(call, event, seriesLives(events, event)))
    .filter(({ event }) => matches(call, event));
}

function isSeriesWithin(
  world: World,
  calendar: Access['calendar'],
  stored: StoredEvent,
  window: Span,
): boolean {
  if (!stored.event.recurrence) return isWithin(stored.event, calendar.timeZone, window);
  if (window.start === Number.NEGATIVE_INFINITY && window.end === Number.POSITIVE_INFINITY)
    return true;
  const end = Math.min(window.end, Math.max(window.start, world.clock().getTime()) + expansionMs);
  return instancesOf(world.state, calendar, stored, { start: window.start, end }).length > 0;
}

function seriesLives(events: Record<string, StoredEvent>, { recurringEventId }: CalendarEvent) {
  if (recurringEventId === undefined) return false;
  return events[recurringEventId]?.event.status !== 'cancelled';
}

function expansion(world: World, call: Call): Span {
  const { start, end } = windowOf(call);
  const horizon = Math.max(world.clock().getTime(), start) + expansionMs;
  return { start, end: Math.min(end, horizon) };
}

function checkedUpdatedMin(world: World, call: Call): number | undefined {
  const updatedMin = instant(call, 'updatedMin');
  const earliest = world.clock().getTime() - memoryMs;
  if (updatedMin !== undefined && updatedMin < earliest) throw updatedMinTooLongAgo();
  return updatedMin;
}

function checkOrder(call: Call): void {
  if (text(call, 'orderBy') === 'startTime' && !flag(call, 'singleEvents')) {
    throw invalid('The requested ordering is not available for the particular query.', 'orderBy');
  }
}
