// The busy time of an organiser's calendars as one; on request without the event of a booking that is being moved.
import { subtract, union, type Packed } from '../availability/intervals.ts';
import type { Parts } from '../parts.ts';
import { listTickedCalendars } from './busy-mirror-queries.ts';
import type { CalendarBusy, OwnEvent } from './calendar.ts';
import { accessOf } from './mark-account.ts';
import { ownTime } from './own-event.ts';

const budgetMs = 3000;

/** Throws GoogleFailure, only when something is excluded. */
export async function mergeBusy(
  parts: Parts,
  organiserId: string,
  calendars: CalendarBusy[],
  excluding?: OwnEvent,
): Promise<Packed> {
  const others = await withoutOwnEvent(parts, organiserId, calendars, excluding);
  return union(...others.map(({ busy }) => busy));
}

/** Throws GoogleFailure, only when something is excluded. */
export async function withoutOwnEvent(
  parts: Parts,
  organiserId: string,
  calendars: CalendarBusy[],
  excluding?: OwnEvent,
): Promise<CalendarBusy[]> {
  const booked = calendars.find(({ calendarId }) => calendarId === excluding?.calendarId);
  if (!booked || !excluding) return calendars;
  const free = await findOwnTime(parts, organiserId, excluding);
  return calendars.map((answer) =>
    answer === booked ? { ...answer, busy: subtract(answer.busy, free) } : answer,
  );
}

/** Merged free/busy does not say whose time it is: the events of that time do. */
async function findOwnTime(parts: Parts, organiserId: string, own: OwnEvent): Promise<Packed> {
  const ticked = await listTickedCalendars(parts.database, organiserId);
  const calendar = ticked.find(({ id }) => id === own.calendarId);
  if (!calendar) return new Int32Array();
  const period = { from: own.startsAt, to: own.endsAt };
  const access = accessOf(parts, calendar.account);
  const request = { ...period, timeoutMs: budgetMs };
  const events = await parts.google.listEvents(access, calendar.googleCalendarId, request);
  return ownTime(events, own.eventId, period);
}
