// A calendar's bin: what was deleted from it, and how it comes back. Google shows the same for thirty days.
import { storeEvent } from '../events/event-store.ts';
import { writeAsOrganiser } from '../events/event-write.ts';
import type { CalendarEvent } from '../events/event.ts';
import { isGuestCopy } from '../events/guest-copies.ts';
import type { Calendar, State } from '../state.ts';
import type { World } from '../world.ts';
import { calendarAt, eventAt, type Place } from './place.ts';

const keptMs = 30 * 24 * 60 * 60_000;

/** The latest first. What went to another calendar is not in the bin. */
export function binOf({ state, clock }: World, calendarId: string): CalendarEvent[] {
  const since = new Date(clock().getTime() - keptMs).toISOString();
  return Object.values(state.events[calendarId] ?? {})
    .map(({ event }) => event)
    .filter(({ status, updated }) => status === 'cancelled' && updated >= since)
    .filter((event) => !isElsewhere(state, calendarId, event))
    .sort((one, other) => (one.updated < other.updated ? 1 : -1));
}

/** The same event under the same id; its guests are invited again. */
export function restoreEvent(world: World, place: Place): CalendarEvent {
  const calendar = calendarAt(world, place.calendarId);
  const before = eventAt(world, place);
  const next: CalendarEvent = { ...before, status: 'confirmed' };
  return isGuestCopy(before, calendar.id)
    ? storeEvent(world, calendar.id, next).event
    : restoreAsOrganiser(world, calendar, [before, next]);
}

/** Not by a patch: Google may refuse that to a program, never to a person. */
function restoreAsOrganiser(
  world: World,
  calendar: Calendar,
  change: [CalendarEvent, CalendarEvent],
): CalendarEvent {
  const told = { by: calendar.owner, sendUpdates: 'all' } as const;
  return writeAsOrganiser(world, calendar, change, told).event;
}

function isElsewhere({ events }: State, calendarId: string, { id, organizer }: CalendarEvent) {
  return Object.entries(events).some(([other, { [id]: stored }]) => {
    if (other === calendarId || !stored || stored.event.status === 'cancelled') return false;
    return stored.event.organizer.email === other && organizer.email === calendarId;
  });
}
