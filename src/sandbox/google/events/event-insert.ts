// events.insert and events.import: a new event on a calendar, and with it the guests' copies and invitations.
import { writable } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { duplicate, invalid, required } from '../api/refusals.ts';
import type { Calendar } from '../state.ts';
import type { World } from '../world.ts';
import {
  asObject,
  checkedEvent,
  mergedInto,
  writableFields,
  type EventInput,
} from './event-input.ts';
import { eventPage } from './event-page-link.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { copyToGuests } from './guest-copies.ts';
import { withInvited } from './guests.ts';
import { mailChange, sendUpdatesOf } from './invitations.ts';
import { withMeet, withoutUnversioned } from './meet.ts';
import { shown } from './shown-event.ts';

const base32hex = '0123456789abcdefghijklmnopqrstuv';
const defaults = { status: 'confirmed', eventType: 'default', reminders: { useDefault: true } };

export function insertEvent(world: World, call: Call): Reply {
  const calendar = writable(world, call);
  const input = withoutUnversioned(call, asObject(call.body));
  const draft = newEvent(world, calendar, call.account, input);
  const { event, meetDue } = withMeet(world, null, draft);

  const stored = storeEvent(world, calendar.id, event, { meetDue });
  copyToGuests(world, null, stored.event);
  const change = { before: null, after: stored.event, by: call.account };
  mailChange(world, change, sendUpdatesOf(world, call));
  return shown(call, calendar, stored.event);
}

/** A private copy of an event that is organised elsewhere: nobody is told. */
export function importEvent(world: World, call: Call): Reply {
  const calendar = writable(world, call);
  const input = asObject(call.body);
  const { iCalUID, organizer } = input as Partial<CalendarEvent>;
  if (!iCalUID) throw required('Missing iCalUID.');
  const { id: _, ...rest } = input;
  const draft = newEvent(world, calendar, call.account, { ...rest, iCalUID });
  const event = { ...draft, sequence: Number(input['sequence'] ?? 0) };
  const stored = storeEvent(world, calendar.id, organizer ? { ...event, organizer } : event);
  return shown(call, calendar, stored.event);
}

function newEvent(world: World, calendar: Calendar, account: string, input: EventInput) {
  const id = freeId(world, calendar, input);
  const event = checkedEvent(
    mergedInto({ ...defaults, ...remindersOf(input) }, writableFields(input)),
    calendar.timeZone,
  );
  return withInvited({
    ...event,
    kind: 'calendar#event',
    id,
    iCalUID: (input['iCalUID'] as string | undefined) ?? `${id}@google.com`,
    htmlLink: eventPage({ calendarId: calendar.id, eventId: id }),
    created: world.clock().toISOString(),
    creator: { email: account },
    organizer: organizerOn(calendar),
    sequence: 0,
  });
}

/** Overrides written without `useDefault` switch the defaults off. */
function remindersOf({ reminders }: EventInput) {
  return asObject(reminders)['overrides'] ? { reminders: { useDefault: false } } : {};
}

export function organizerOn({ id, owner, summary }: Calendar) {
  return id === owner ? { email: id } : { email: id, displayName: summary };
}

/** Ids of deleted events stay taken. */
function freeId({ state, random }: World, calendar: Calendar, input: EventInput): string {
  const { id, iCalUID } = input as Partial<CalendarEvent>;
  if (id !== undefined && iCalUID !== undefined) {
    throw invalid('Event id and iCalUID cannot both be specified.');
  }
  if (id !== undefined && !/^[a-v0-9]{5,1024}$/.test(id)) {
    throw invalid('Invalid resource id value.');
  }
  const events = state.events[calendar.id] ?? {};
  const isTaken =
    (id !== undefined && events[id]) ||
    (iCalUID !== undefined && Object.values(events).some(({ event }) => event.iCalUID === iCalUID));
  if (isTaken) throw duplicate();
  const letter = () => base32hex[Math.floor(random() * base32hex.length)]!;
  return id ?? Array.from({ length: 26 }, letter).join('');
}
