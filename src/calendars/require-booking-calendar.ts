// A booking must have a calendar to go to. While there is none, nothing is offered: it could not be kept.
import type { EventType } from '../event-types/event-type.ts';
import type { Parts } from '../parts.ts';
import { hasBookingCalendar } from './calendar-queries.ts';
import { calendarUnavailable } from './calendar-unavailable.ts';

/** Throws calendar_unavailable. */
export async function requireBookingCalendar(
  { database }: Pick<Parts, 'database'>,
  eventType: EventType,
): Promise<void> {
  if (await hasBookingCalendar(database, eventType)) return;
  throw calendarUnavailable('no calendar takes the bookings');
}
