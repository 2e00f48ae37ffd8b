// An event as one reader sees it: times in a zone, `self` marks, and no more than the reader may know.
import type { Access } from '../api/access.ts';
import type { Call, Reply } from '../api/call.ts';
import { answer, text, timeZone } from '../api/parameters.ts';
import type { Calendar } from '../state.ts';
import { writtenIn } from '../times.ts';
import { eventPage } from './event-page-link.ts';
import type { CalendarEvent, EventTime } from './event.ts';
import { sameAddress } from './guests.ts';

type View = Pick<Access, 'calendar' | 'sees'> & { role?: Access['role'] };

/** What a caller who sees only times may know of an event. */
const timesOnly = [
  'kind',
  'etag',
  'id',
  'status',
  'htmlLink',
  'created',
  'updated',
  'start',
  'end',
  'recurrence',
  'recurringEventId',
  'originalStartTime',
  'transparency',
  'iCalUID',
  'sequence',
  'eventType',
];

/** The writer's own view, as the reply to a write. */
export function shown(call: Call, calendar: Calendar, event: CalendarEvent): Reply {
  return {
    status: 200,
    body: shownEvent(call, { calendar, sees: 'details' }, event),
    etag: event.etag,
  };
}

export function shownIfChanged(call: Call, view: View, event: CalendarEvent): Reply {
  return answer(call, shownEvent(call, view, event), event.etag);
}

export function shownEvent(call: Call, view: View, event: CalendarEvent): CalendarEvent {
  const { calendar } = view;
  const zone = timeZone(call, calendar.timeZone);
  const most = Number(text(call, 'maxAttendees') ?? Number.POSITIVE_INFINITY);
  const full = {
    ...structuredClone(event),
    ...timesIn(event, zone),
    htmlLink: eventPage({ calendarId: calendar.id, eventId: event.id }, call.origin),
    creator: marked(event.creator, calendar.id),
    organizer: marked(event.organizer, calendar.id),
    ...attendeesFor(event, calendar.id, most),
  };
  return hidesDetails(view, event) ? only(full, timesOnly) : full;
}

function hidesDetails({ sees, role }: View, { visibility }: CalendarEvent): boolean {
  const isPrivate = visibility === 'private' || visibility === 'confidential';
  return sees === 'times' || (role === 'reader' && isPrivate);
}

function only(event: CalendarEvent, names: string[]): CalendarEvent {
  const entries = names.filter((name) => name in event).map((name) => [name, event[name]]);
  return Object.fromEntries([...entries, ['visibility', 'private']]) as CalendarEvent;
}

function timesIn({ start, end, originalStartTime }: CalendarEvent, zone: string) {
  return {
    start: timeIn(start, zone),
    end: timeIn(end, zone),
    ...(originalStartTime ? { originalStartTime: timeIn(originalStartTime, zone) } : {}),
  };
}

function timeIn(time: EventTime, zone: string): EventTime {
  return time.dateTime === undefined
    ? time
    : { ...time, dateTime: writtenIn(Date.parse(time.dateTime), zone) };
}

function marked<P extends { email: string }>(person: P, calendarId: string): P {
  return sameAddress(person.email, calendarId) ? { ...person, self: true } : person;
}

/** Cut short, only the reader's own entry is sure to be there. */
function attendeesFor(
  { attendees, organizer, guestsCanSeeOtherGuests }: CalendarEvent,
  calendarId: string,
  most: number,
) {
  if (!attendees) return {};
  const all = attendees.map((guest) => ({
    ...marked(guest, calendarId),
    ...(sameAddress(guest.email, organizer.email) ? { organizer: true } : {}),
  }));
  const seesAll = guestsCanSeeOtherGuests !== false || organizer.email === calendarId;
  if (all.length <= most && seesAll) return { attendees: all };
  return { attendees: all.filter((guest) => 'self' in guest), attendeesOmitted: true };
}
