// What one account sees in its week: its own calendars' events and those of calendars shared to it, without what was
// cancelled.
import { isAtLeast } from '../api/access.ts';
import type { CalendarEvent, ResponseStatus } from '../events/event.ts';
import { isGuestCopy } from '../events/guest-copies.ts';
import { guestOf } from '../events/guests.ts';
import { singleEvents } from '../events/single-events.ts';
import type { Account, Calendar } from '../state.ts';
import { spanOf, type Span } from '../times.ts';
import type { World } from '../world.ts';

export type SeenCalendar = { calendar: Calendar; canWrite: boolean };

export type SeenEvent = Span & {
  event: CalendarEvent;
  calendarId: string;
  /** Which of the seen calendars, for its colour. */
  place: number;
  isAllDay: boolean;
  /** The account's own answer; `own` where nobody asked. */
  standing: 'own' | ResponseStatus;
  /** The calendar may be written, if only to answer. */
  canWrite: boolean;
  /** What the event says may be changed: it is not another's. */
  canChange: boolean;
};

/** The primary one first. */
export function seenCalendars({ state }: World, { address }: Account): SeenCalendar[] {
  return Object.values(state.calendars)
    .flatMap((calendar) => {
      const role = calendar.owner === address ? 'owner' : calendar.sharedTo[address];
      const isSeen = role !== undefined && isAtLeast(role, 'reader');
      return isSeen ? [{ calendar, canWrite: isAtLeast(role, 'writer') }] : [];
    })
    .sort((one, other) => rank(one, address) - rank(other, address));
}

export function seenEvents(world: World, account: Account, span: Span): SeenEvent[] {
  return seenCalendars(world, account)
    .flatMap((seen, place) =>
      singleEvents(world, seen.calendar, span)
        .filter(({ event }) => event.status !== 'cancelled')
        .map(({ event }) => seenAs(seen, event, place)),
    )
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

export function seenAs(
  { calendar, canWrite }: SeenCalendar,
  event: CalendarEvent,
  place = 0,
): SeenEvent {
  const isGuests = isGuestCopy(event, calendar.id);
  return {
    ...spanOf(event, calendar.timeZone),
    event,
    calendarId: calendar.id,
    place,
    isAllDay: event.start.date !== undefined,
    standing: isGuests ? (guestOf(event, calendar.owner)?.responseStatus ?? 'accepted') : 'own',
    canWrite,
    canChange: canWrite && (!isGuests || event.guestsCanModify === true),
  };
}

function rank({ calendar }: SeenCalendar, address: string): number {
  if (calendar.id === address) return 0;
  return calendar.owner === address ? 1 : 2;
}
