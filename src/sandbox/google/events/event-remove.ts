// events.delete and events.move. A deleted event stays, cancelled, with its details, and keeps its id taken.
import { writable } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { checkIfMatch, pathId } from '../api/parameters.ts';
import {
  deleted,
  duplicate,
  forbiddenForNonOrganizer,
  invalid,
  notFound,
} from '../api/refusals.ts';
import type { Calendar } from '../state.ts';
import type { World } from '../world.ts';
import { organizerOn } from './event-insert.ts';
import { storeEvent } from './event-store.ts';
import { writeAsOrganiser } from './event-write.ts';
import type { CalendarEvent } from './event.ts';
import { removeAsGuest } from './guest-change.ts';
import { copyToGuests, isGuestCopy } from './guest-copies.ts';
import { exceptionsOf, findEvent } from './instances.ts';
import { mailChange, sendUpdatesOf } from './invitations.ts';
import { shown } from './shown-event.ts';

export function deleteEvent(world: World, call: Call): Reply {
  const calendar = writable(world, call);
  const stored = findEvent(world.state, calendar, pathId(call, 'eventId'));
  if (!stored) throw notFound();
  const { event } = stored;
  if (event.status === 'cancelled') throw deleted();
  checkIfMatch(call, event.etag);

  const told = { by: call.account, sendUpdates: sendUpdatesOf(world, call) };
  if (isGuestCopy(event, calendar.id)) removeAsGuest(world, calendar, event, told);
  else writeAsOrganiser(world, calendar, [event, { ...event, status: 'cancelled' }], told);
  return { status: 204 };
}

/** To another calendar of the organiser's: gone from here, the same id there. */
export function moveEvent(world: World, call: Call): Reply {
  const calendar = writable(world, call);
  const destination = writable(world, call, pathId(call, 'destination'));
  const stored = world.state.events[calendar.id]?.[pathId(call, 'eventId')];
  if (!stored || stored.event.status === 'cancelled') throw notFound();
  const { event } = stored;
  if (event.recurringEventId) throw invalid('Cannot change the organizer of an instance.');
  if (isGuestCopy(event, calendar.id)) throw forbiddenForNonOrganizer();
  const there = world.state.events[destination.id]?.[event.id];
  if (there && there.event.status !== 'cancelled') throw duplicate();

  const exceptions = [...exceptionsOf(world.state, calendar, event.id).values()];
  for (const exception of exceptions) transfer(world, exception.event, calendar, destination);
  const after = transfer(world, event, calendar, destination);
  mailChange(world, { before: event, after, by: call.account }, sendUpdatesOf(world, call));
  return shown(call, destination, after);
}

function transfer(world: World, event: CalendarEvent, from: Calendar, to: Calendar) {
  storeEvent(world, from.id, { ...event, status: 'cancelled' });
  const moved = { ...event, organizer: organizerOn(to) };
  const { event: after } = storeEvent(world, to.id, moved);
  copyToGuests(world, null, after);
  return after;
}
