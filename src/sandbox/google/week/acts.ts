// What the week view's forms do beyond ../people: all fields of an event at once, and a whole series.
import type { CalendarEvent } from '../events/event.ts';
import { guestOf } from '../events/guests.ts';
import { markOf } from '../events/recurrence.ts';
import * as people from '../people/events.ts';
import type { Moment } from '../people/events.ts';
import { eventAt, type Place } from '../people/place.ts';
import type { World } from '../world.ts';

export type Times = { start: Moment; end: Moment };

export type EventFields = Times & {
  summary: string;
  location: string;
  /** Undefined: as it is. */
  description: string | undefined;
  transparency: 'opaque' | 'transparent';
  guests: string[];
  /** Undefined: as it is. */
  recurrence?: string[] | undefined;
};

export function addEvent(world: World, calendarId: string, fields: EventFields): CalendarEvent {
  const { start, end, summary } = fields;
  const rest = { ...written(fields, null), ...(summary && { summary }) };
  return people.addEvent(world, calendarId, { ...rest, start, end } as people.NewEvent);
}

/** One write, so that the guests are told once. */
export function changeEvent(world: World, place: Place, fields: EventFields): CalendarEvent {
  const { start, end } = fields;
  const times = { start: timeOf(start), end: timeOf(end) };
  return people.change(world, place, { ...written(fields, eventAt(world, place)), ...times });
}

/** The same change for every instance: the series moves by as much as this instance does. */
export function changeSeries(world: World, place: Place, fields: EventFields): CalendarEvent {
  const instance = eventAt(world, place);
  const series = seriesOf(instance, place);
  const times = shifted(eventAt(world, series), instance, fields);
  return changeEvent(world, series, { ...fields, ...times });
}

export function removeSeries(world: World, place: Place): void {
  people.removeEvent(world, seriesOf(eventAt(world, place), place));
}

/** An empty field is a field that goes. A guest who stays keeps their answer. */
function written(fields: EventFields, before: CalendarEvent | null) {
  const { guests, recurrence, summary, location, description, transparency } = fields;
  const attendees = guests.map((email) => (before && guestOf(before, email)) ?? { email });
  return {
    summary: summary || null,
    location: location || null,
    ...(description !== undefined && { description: description || null }),
    transparency,
    ...((attendees.length > 0 || before?.attendees) && { attendees }),
    ...(recurrence && { recurrence: recurrence.length > 0 ? recurrence : null }),
  };
}

/** A patch merges: what turns from a date into a time must say that the date goes. */
function timeOf(moment: Moment) {
  return typeof moment === 'string'
    ? { date: moment, dateTime: null, timeZone: null }
    : { date: null, dateTime: moment.toISOString() };
}

function seriesOf({ recurringEventId }: CalendarEvent, place: Place): Place {
  return recurringEventId === undefined ? place : { ...place, eventId: recurringEventId };
}

function shifted(master: CalendarEvent, instance: CalendarEvent, { start, end }: Times): Times {
  const first = markOf(master.start) + instantOf(start) - markOf(instance.start);
  const last = first + instantOf(end) - instantOf(start);
  return { start: momentLike(start, first), end: momentLike(end, last) };
}

/** Of a date, its UTC midnight. */
function instantOf(moment: Moment): number {
  return new Date(moment).getTime();
}

function momentLike(model: Moment, instant: number): Moment {
  const at = new Date(instant);
  return typeof model === 'string' ? at.toISOString().slice(0, 10) : at;
}
