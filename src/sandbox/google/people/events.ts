// What a person does in the week view, and a test in a person's stead: the same methods that the API has, called by
// the calendar's owner, everyone told.
import { patchEvent } from '../events/event-change.ts';
import { insertEvent } from '../events/event-insert.ts';
import { deleteEvent, moveEvent as moveEventElsewhere } from '../events/event-remove.ts';
import type { CalendarEvent } from '../events/event.ts';
import { splitSeries } from '../events/split-series.ts';
import { spanOf, wallTimeAt } from '../times.ts';
import type { World } from '../world.ts';
import { calendarAt, callOn, eventAt, type Place } from './place.ts';

/** An instant, or the date of an all-day event. */
export type Moment = Date | string;

export type NewEvent = { summary: string; start: Moment; end: Moment } & Record<string, unknown>;

export function addEvent(world: World, calendarId: string, event: NewEvent): CalendarEvent {
  const { start, end, ...rest } = event;
  const timeZone = calendarAt(world, calendarId).timeZone;
  const body = { ...rest, start: written(start, timeZone), end: written(end, timeZone) };
  return insertEvent(world, callOn(world, { calendarId }, body)).body as CalendarEvent;
}

/** Without an end, the event keeps its length. */
export function moveEvent(world: World, place: Place, start: Moment, end?: Moment): CalendarEvent {
  return change(world, place, {
    start: written(start),
    end: written(end ?? endAfter(world, place, start)),
  });
}

export function resizeEvent(world: World, place: Place, end: Moment): CalendarEvent {
  return change(world, place, { end: written(end) });
}

export function retitleEvent(world: World, place: Place, summary: string): CalendarEvent {
  return change(world, place, { summary });
}

export function describeEvent(world: World, place: Place, description: string): CalendarEvent {
  return change(world, place, { description });
}

/** The same instants on the clocks of another zone. */
export function changeTimeZone(world: World, place: Place, timeZone: string): CalendarEvent {
  return change(world, place, { start: { timeZone }, end: { timeZone } });
}

/** From the day that it starts on to the day that it ends on. */
export function makeAllDay(world: World, place: Place): CalendarEvent {
  const { timeZone } = calendarAt(world, place.calendarId);
  const { start, end } = spanOf(eventAt(world, place), timeZone);
  const lastInstant = Math.max(start, end - 1);
  return change(world, place, {
    start: written(wallTimeAt(start, timeZone).slice(0, 10)),
    end: written(dayAfter(wallTimeAt(lastInstant, timeZone).slice(0, 10))),
  });
}

/** A rule without its name: FREQ=WEEKLY. */
export function makeRecurring(world: World, place: Place, rule: string): CalendarEvent {
  return change(world, place, { recurrence: [`RRULE:${rule}`] });
}

/** "This and following": the series ends before the instance, and a new one begins there. */
export function changeFollowing(world: World, place: Place, fields: object): CalendarEvent {
  return splitSeries(world, callOn(world, place, fields));
}

export function moveToCalendar(world: World, place: Place, destination: string): CalendarEvent {
  const { account, params } = callOn(world, place);
  const call = { account, params: { ...params, destination }, body: undefined };
  return moveEventElsewhere(world, call).body as CalendarEvent;
}

export function removeEvent(world: World, place: Place): void {
  deleteEvent(world, callOn(world, place));
}

/** Any fields at once, as a patch. */
export function change(world: World, place: Place, fields: object): CalendarEvent {
  return patchEvent(world, callOn(world, place, fields)).body as CalendarEvent;
}

/** Nulls take away what the other kind of time had. */
function written(moment: Moment, timeZone?: string) {
  if (typeof moment === 'string') return { date: moment, dateTime: null, timeZone: null };
  const zone = timeZone === undefined ? {} : { timeZone };
  return { dateTime: moment.toISOString(), date: null, ...zone };
}

function endAfter(world: World, place: Place, start: Moment): Moment {
  const event = eventAt(world, place);
  const { timeZone } = calendarAt(world, place.calendarId);
  const span = spanOf(event, timeZone);
  const isAllDay = event.start.date !== undefined;
  if (typeof start !== 'string') {
    return new Date(start.getTime() + (isAllDay ? 60 * 60_000 : span.end - span.start));
  }
  if (!isAllDay) return dayAfter(start);
  const days = Date.parse(event.end.date!) - Date.parse(event.start.date!);
  return new Date(Date.parse(start) + days).toISOString().slice(0, 10);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 24 * 60 * 60_000).toISOString().slice(0, 10);
}
