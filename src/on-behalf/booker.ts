// Who books what for somebody: settled before a time is asked for.
import { durationsOf, lengthOr } from '../event-types/durations.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { SlotTimes } from '../problem.ts';
import type { ClockFace, Reader } from '../web/dates.ts';
import { type Wish, wishLink } from './wish.ts';

export type Booker = {
  organiser: Organiser;
  /** At the length that was chosen. */
  eventType: EventType;
  wish: Wish;
  /** To choose from; one where there is no choice. */
  lengths: readonly number[];
  /** The way back to the choice of event type; null where there is but one. */
  changeWhat: string | null;
};

export function findBooker(found: {
  organiser: Organiser;
  eventTypes: readonly EventType[];
  eventType: EventType;
  wish: Wish;
}): Booker {
  const { organiser, eventTypes, wish } = found;
  const lengths = durationsOf(found.eventType);
  const durationMinutes = lengthOr(found.eventType, wish.durationMinutes);
  const hasChoice = eventTypes.length > 1;
  const chosen = {
    ...wish,
    eventType: found.eventType.slug,
    durationMinutes: lengths.length > 1 ? durationMinutes : undefined,
  };
  return {
    organiser,
    eventType: { ...found.eventType, durationMinutes, otherDurations: [] },
    wish: chosen,
    lengths,
    changeWhat: hasChoice
      ? wishLink({ ...wish, eventType: undefined, durationMinutes: undefined })
      : null,
  };
}

export function timesOf({ eventType }: Booker, startsAt: Date): SlotTimes {
  return { startsAt, endsAt: new Date(startsAt.getTime() + eventType.durationMinutes * 60_000) };
}

/** In the organiser's own zone, unless another was chosen for the calendar. */
export function readerOf(
  { timeZone }: Organiser,
  chosen: { timeZone?: string | undefined; clock?: ClockFace | undefined },
): Reader {
  return { timeZone: chosen.timeZone ?? timeZone, clock: chosen.clock ?? '24' };
}
