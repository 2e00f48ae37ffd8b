// A calendar's events as a person sees them: what is no series, and each instance of those that are.
import type { Calendar, StoredEvent } from '../state.ts';
import { isWithin, type Span } from '../times.ts';
import type { World } from '../world.ts';
import type { CalendarEvent } from './event.ts';
import { instancesOf } from './instances.ts';

/** Those that meet the window, cancelled ones among them. */
export function singleEvents(world: World, calendar: Calendar, window: Span) {
  const stored = Object.values(world.state.events[calendar.id] ?? {});
  const isOwn = ({ event }: StoredEvent) =>
    !event.recurrence && !isException(world, calendar, event);
  return [
    ...stored.filter(isOwn).filter(({ event }) => isWithin(event, calendar.timeZone, window)),
    ...stored
      .filter(({ event }) => event.recurrence)
      .flatMap((master) => instancesOf(world.state, calendar, master, window))
      .filter(({ event }) => isWithin(event, calendar.timeZone, window)),
  ];
}

/** An exception whose series stands on this calendar too, and is listed with it. */
function isException(world: World, calendar: Calendar, event: CalendarEvent): boolean {
  const masterId = event.recurringEventId;
  return (
    masterId !== undefined && Boolean(world.state.events[calendar.id]?.[masterId]?.event.recurrence)
  );
}
