// What a client writes into an event, checked and brought into the stored form.
import { invalid, required, timeRangeEmpty } from '../api/refusals.ts';
import { instantOf, isDate, isTimeZone, readDateTime } from '../times.ts';
import type { CalendarEvent, EventTime } from './event.ts';
import { isRecurrence } from './recurrence.ts';

/** An event as a request body: every field may be absent, or null to delete it. */
export type EventInput = Record<string, unknown>;

/** Fields that only Google sets. */
const readOnly = new Set([
  'kind',
  'etag',
  'id',
  'htmlLink',
  'created',
  'updated',
  'creator',
  'organizer',
  'iCalUID',
  'hangoutLink',
  'recurringEventId',
  'originalStartTime',
  'attendeesOmitted',
  'locked',
  'privateCopy',
]);

export function writableFields(input: EventInput): EventInput {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !readOnly.has(name)));
}

/** Objects are merged, arrays replaced, null deletes. */
export function mergedInto(stored: EventInput, patch: EventInput): EventInput {
  const merged = { ...stored };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else if (isObject(value)) merged[name] = mergedInto(asObject(merged[name]), value);
    else merged[name] = value;
  }
  return merged;
}

/** Throws 400 for what Google refuses; brings the times to UTC. */
export function checkedEvent(draft: EventInput, calendarZone: string): CalendarEvent {
  const start = checkedTime(draft['start'], 'start', calendarZone);
  const end = checkedTime(draft['end'], 'end', calendarZone);
  const event = { ...draft, start, end } as CalendarEvent;
  if ((start.date === undefined) !== (end.date === undefined)) {
    throw invalid('Start and end times must either both be date or both be dateTime.');
  }
  if (instantOf(end, calendarZone) < instantOf(start, calendarZone)) throw timeRangeEmpty();
  checkRecurrence(event, asObject(draft['start']));
  checkReminders(event);
  checkAttendees(event);
  return event;
}

function checkedTime(value: unknown, name: 'start' | 'end', calendarZone: string): EventTime {
  const { date, dateTime, timeZone } = asObject(value) as EventTime;
  if (date === undefined && dateTime === undefined) throw required(`Missing ${name} time.`);
  if (date !== undefined && (dateTime !== undefined || !isDate(date))) throw badTime(name);
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw invalid(`Invalid time zone definition for ${name} time.`);
  }
  if (date !== undefined) return { date };
  const instant = readDateTime(dateTime!, timeZone ?? calendarZone);
  if (instant === null) throw badTime(name);
  return { dateTime: new Date(instant).toISOString(), timeZone: timeZone ?? calendarZone };
}

function badTime(name: 'start' | 'end') {
  return invalid(`Invalid ${name} time.`);
}

function checkRecurrence({ recurrence, start }: CalendarEvent, written: EventInput): void {
  if (!recurrence) return;
  if (!isRecurrence(recurrence)) throw invalid('Invalid recurrence rule.');
  if (start.date === undefined && written['timeZone'] === undefined) {
    throw invalid('Missing time zone definition for start time.');
  }
}

function checkReminders({ reminders }: CalendarEvent): void {
  const { useDefault, overrides = [] } = reminders ?? {};
  if (useDefault && overrides.length > 0) {
    throw invalid('Cannot specify both default reminders and overrides at the same time.');
  }
  const isFine = overrides.every(
    ({ method, minutes }) =>
      ['email', 'popup'].includes(method) && minutes >= 0 && minutes <= 40_320,
  );
  if (overrides.length > 5 || !isFine) throw invalid('Invalid reminders.');
}

function checkAttendees({ attendees = [] }: CalendarEvent): void {
  const addresses = attendees.map(({ email }) => email?.toLowerCase());
  if (addresses.some((address) => !address || !/^[^@\s]+@[^@\s]+$/.test(address))) {
    throw invalid('Invalid attendee email.');
  }
}

function isObject(value: unknown): value is EventInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): EventInput {
  return isObject(value) ? value : {};
}
