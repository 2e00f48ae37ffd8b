// "This and following": the old series is cut before the instance, the rest becomes a series of its own, whose id is
// the old one's with `_R` and the instance's start (as seen in OutlookGoogleCalendarSync#1145).
import type { Call } from '../api/call.ts';
import { pathId } from '../api/parameters.ts';
import { invalid, notFound } from '../api/refusals.ts';
import type { World } from '../world.ts';
import { patchEvent } from './event-change.ts';
import { asObject, checkedEvent, mergedInto, writableFields } from './event-input.ts';
import { storeEvent } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { copyToGuests } from './guest-copies.ts';
import { findEvent } from './instances.ts';
import { mailChange, sendUpdatesOf } from './invitations.ts';
import { marksOf, markOf, timesAt } from './recurrence.ts';

export function splitSeries(world: World, call: Call): CalendarEvent {
  const { calendar, master, mark } = foundIn(world, call);
  const passed = marksOf(master, calendar.timeZone, { start: Number.NEGATIVE_INFINITY, end: mark });
  if (passed.length === 0) return patched(world, call, master.id, asObject(call.body));

  const rest = restOf(master, mark, passed.length, world.clock());
  const fields = writableFields(asObject(call.body));
  const following = checkedEvent(mergedInto(rest, fields), calendar.timeZone);
  patched(world, call, master.id, { recurrence: master.recurrence!.map(endingBefore(mark)) });
  const { event } = storeEvent(world, calendar.id, following);
  copyToGuests(world, null, event);
  const change = { before: null, after: event, by: call.account };
  mailChange(world, change, sendUpdatesOf(world, call));
  return event;
}

function foundIn(world: World, call: Call) {
  const calendar = world.state.calendars[pathId(call, 'calendarId')];
  const instance = calendar && findEvent(world.state, calendar, pathId(call, 'eventId'))?.event;
  if (!calendar || !instance) throw notFound();
  const master = world.state.events[calendar.id]?.[instance.recurringEventId ?? '']?.event;
  if (!master) throw invalid('The event is not an instance of a series.');
  return { calendar, master, mark: markOf(instance.originalStartTime!) };
}

function restOf(master: CalendarEvent, mark: number, passed: number, now: Date) {
  const id = `${master.id}_R${new Date(mark).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')}`;
  return {
    ...master,
    ...timesAt(master, mark),
    id,
    iCalUID: `${id}@google.com`,
    recurrence: master.recurrence!.map(without(passed)),
    created: now.toISOString(),
    sequence: 0,
  };
}

function patched(world: World, call: Call, eventId: string, body: object): CalendarEvent {
  const onMaster = { ...call, params: { ...call.params, eventId }, body };
  return patchEvent(world, onMaster).body as CalendarEvent;
}

/** The rule, ended by an UNTIL one second before the mark. */
function endingBefore(mark: number) {
  const until = new Date(mark - 1000).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return (line: string) =>
    line.startsWith('RRULE')
      ? `${line.replaceAll(/;(COUNT|UNTIL)=\w+/g, '')};UNTIL=${until}`
      : line;
}

/** The rule, counting so many occurrences fewer. */
function without(passed: number) {
  return (line: string) =>
    line.replace(/COUNT=(\d+)/, (_, count: string) => `COUNT=${Number(count) - passed}`);
}
