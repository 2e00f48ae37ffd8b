// Where a person's act happens: an event on one calendar, and the call that its owner would make there.
import type { Call } from '../api/call.ts';
import { notFound } from '../api/refusals.ts';
import type { CalendarEvent } from '../events/event.ts';
import { findEvent } from '../events/instances.ts';
import type { Calendar } from '../state.ts';
import type { World } from '../world.ts';

/** An event, or an instance of a series, on one calendar. */
export type Place = { calendarId: string; eventId: string };

export function calendarAt({ state }: World, calendarId: string): Calendar {
  const calendar = state.calendars[calendarId];
  if (!calendar) throw notFound();
  return calendar;
}

export function eventAt(world: World, { calendarId, eventId }: Place): CalendarEvent {
  const stored = findEvent(world.state, calendarAt(world, calendarId), eventId);
  if (!stored) throw notFound();
  return stored.event;
}

/** By the calendar's owner, everyone told. */
export function callOn(
  world: World,
  place: { calendarId: string; eventId?: string },
  body?: object,
): Call {
  const account = calendarAt(world, place.calendarId).owner;
  return { account, params: { ...place, sendUpdates: 'all' }, body };
}
