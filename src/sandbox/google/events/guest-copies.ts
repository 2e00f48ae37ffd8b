// The guests' copies: an event stands on the primary calendar of every guest who has an account here.
import type { World } from '../world.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { guestOf, guestsOnlyIn } from './guests.ts';

/** What a guest sets for their own copy alone. */
const ownFields = ['reminders', 'colorId', 'transparency', 'visibility'];

/** Brings the guests' copies to what the organiser's says. */
export function copyToGuests(
  world: World,
  before: CalendarEvent | null,
  after: CalendarEvent,
  except: string[] = [],
): void {
  for (const id of guestCalendars(world, after, guestsOnlyIn(after, null))) {
    if (!except.includes(id)) storeEvent(world, id, copyFor(world, id, after));
  }
  if (!before) return;
  for (const id of guestCalendars(world, before, guestsOnlyIn(before, after)))
    withdraw(world, id, after.id);
}

export function isGuestCopy({ organizer }: CalendarEvent, calendarId: string): boolean {
  return organizer.email !== calendarId;
}

/** The organiser's own record, if the organiser is of this world. */
export function organisersCalendar({ state }: World, { organizer }: CalendarEvent) {
  return state.calendars[organizer.email] ?? null;
}

function guestCalendars(world: World, event: CalendarEvent, guests: { email: string }[]): string[] {
  const addresses = guests.map(({ email }) => email.toLowerCase());
  return addresses.filter(
    (address) => world.state.accounts[address] && isGuestCopy(event, address),
  );
}

function copyFor(world: World, calendarId: string, event: CalendarEvent): CalendarEvent {
  const own = world.state.events[calendarId]?.[event.id]?.event;
  const {
    reminders: _,
    colorId: __,
    source: ___,
    extendedProperties,
    ...shared
  } = structuredClone(event);
  const properties = {
    ...(extendedProperties?.shared ? { shared: extendedProperties.shared } : {}),
    ...(own?.extendedProperties?.private ? { private: own.extendedProperties.private } : {}),
  };
  return {
    ...(shared as CalendarEvent),
    status: isRemovedBy(calendarId, own, event) ? 'cancelled' : event.status,
    reminders: { useDefault: true },
    ...(Object.keys(properties).length > 0 ? { extendedProperties: properties } : {}),
    ...pick(own, ownFields),
  };
}

/** A guest who has taken the event away does not get it back until asked again. */
function isRemovedBy(guest: string, own: CalendarEvent | undefined, event: CalendarEvent): boolean {
  return own?.status === 'cancelled' && guestOf(event, guest)?.responseStatus === 'declined';
}

function withdraw(world: World, calendarId: string, eventId: string): void {
  const copy = world.state.events[calendarId]?.[eventId];
  if (!copy || copy.event.status === 'cancelled') return;
  storeEvent(world, calendarId, { ...copy.event, status: 'cancelled' });
}

export function pick(event: CalendarEvent | undefined, names: string[]): Partial<CalendarEvent> {
  return Object.fromEntries(
    names.filter((name) => event?.[name] !== undefined).map((name) => [name, event![name]]),
  );
}
