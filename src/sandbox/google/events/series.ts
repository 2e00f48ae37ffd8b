// What a change of a series does to its instances: those that it takes away are remembered for syncs, and exceptions
// that no longer have an occurrence are cancelled with it.
import type { Calendar } from '../state.ts';
import type { World } from '../world.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { copyToGuests } from './guest-copies.ts';
import { exceptionsOf, instanceId } from './instances.ts';
import { marksOf, markOf, timesAt } from './recurrence.ts';

const lookAheadMs = 2 * 366 * 24 * 60 * 60_000;

export function cancelExceptions(world: World, calendar: Calendar, master: CalendarEvent): void {
  const marks = new Set(master.status === 'cancelled' ? [] : marksFar(world, calendar, master));
  for (const { event } of exceptionsOf(world.state, calendar, master.id).values()) {
    const hasOccurrence = marks.has(markOf(event.originalStartTime!));
    if (event.status !== 'cancelled' && !hasOccurrence) {
      const cancelled = storeEvent(world, calendar.id, { ...event, status: 'cancelled' });
      copyToGuests(world, event, cancelled.event);
    }
  }
}

/** Ids under which the event was listed as single events and will not be any more. */
export function retiredBy(
  world: World,
  calendar: Calendar,
  before: CalendarEvent,
  after: CalendarEvent,
) {
  const stays = new Set(listedIds(world, calendar, after).map(({ id }) => id));
  return listedIds(world, calendar, before).filter(({ id }) => !stays.has(id));
}

function listedIds(world: World, calendar: Calendar, event: CalendarEvent) {
  if (!event.recurrence) return [{ id: event.id, originalStartTime: event.start }];
  return marksFar(world, calendar, event).map((mark) => {
    const originalStartTime = timesAt(event, mark).start;
    return { id: instanceId(event.id, originalStartTime), originalStartTime };
  });
}

function marksFar(world: World, calendar: Calendar, event: CalendarEvent): number[] {
  const end = world.clock().getTime() + lookAheadMs;
  const range = { start: Number.NEGATIVE_INFINITY, end };
  return event.recurrence ? marksOf(event, calendar.timeZone, range) : [];
}
