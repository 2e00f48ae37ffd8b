// What Google says of the organiser's time, calendar by calendar: asked anew where the mirrors are not of this moment, so
// that the explanation and the list of slots, which reads the same mirrors, tell the same.
import { isLeftAlone } from '../calendars/back-off.ts';
import { listMirrors, listTickedCalendars } from '../calendars/busy-mirror-queries.ts';
import { type Calendar, hasBookingCalendar } from '../calendars/calendar-queries.ts';
import type { Mirror, Period } from '../calendars/calendar.ts';
import { pageMaxAgeMs, readMirrors } from '../calendars/mirror.ts';
import { refreshSoon } from '../calendars/refresh-busy.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { say } from '../languages/say.ts';
import { within } from '../organisers/connections/bounded-wait.ts';
import { fullCalendarName } from '../organisers/connections/calendar-name.ts';
import { findHealth } from '../organisers/connections/find-health.ts';
import type { Parts } from '../parts.ts';
import type { NamedBusy } from './busy-reasons.ts';
import { connectionReasons } from './connection-reasons.ts';
import type { Reason } from './reason.ts';

export type CalendarLook = { calendars: NamedBusy[]; reasons: Reason[] };

const freshMs = 10_000;
const budgetMs = 3000;

/** `window`: what the list of slots needs to know before it offers anything. */
export async function lookAtCalendars(
  parts: Parts,
  { organiser, eventType }: Bookable,
  window: Period,
): Promise<CalendarLook> {
  const mirrors = await readFresh(parts, organiser.id);
  const now = parts.clock();
  const health = await findHealth(parts, organiser);
  const ticked = await listTickedCalendars(parts.database, organiser.id);
  const reasons = connectionReasons({
    health,
    now,
    eventType,
    isKnown: readMirrors(mirrors, window, now, pageMaxAgeMs).is === 'known',
    hasBookingCalendar: await hasBookingCalendar(parts.database, eventType),
    leftAlone: ticked.filter((calendar) => isLeftAlone(calendar, now)),
  });
  return { calendars: mirrors.flatMap((mirror) => named(mirror, health.calendars)), reasons };
}

async function readFresh(parts: Parts, organiserId: string): Promise<Mirror[]> {
  const mirrors = await listMirrors(parts.database, organiserId);
  const freshSince = parts.clock().getTime() - freshMs;
  const isFresh = ({ checkedAt, error }: Mirror) =>
    error === null && checkedAt !== null && checkedAt.getTime() >= freshSince;
  if (mirrors.every(isFresh)) return mirrors;
  await within(budgetMs, refreshSoon(parts, organiserId, budgetMs));
  return listMirrors(parts.database, organiserId);
}

function named({ calendarId, busy, checkedAt }: Mirror, calendars: Calendar[]): NamedBusy[] {
  if (calendarId === null) return [];
  const calendar = calendars.find(({ id }) => id === calendarId);
  const calendarName = calendar ? fullCalendarName(calendar) : say('a calendar');
  return [{ calendarId, calendarName, busy, checkedAt }];
}
