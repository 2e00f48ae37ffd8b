// A booking must have a calendar to go to. While there is none, nothing is offered: it could not be kept.
import { readTogether } from '../database/read-together.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Parts } from '../parts.ts';
import { hasBookingCalendar } from './calendar-queries.ts';
import { calendarUnavailable } from './calendar-unavailable.ts';

/** Throws calendar_unavailable. */
export async function requireBookingCalendar(
  { database }: Pick<Parts, 'database'>,
  eventType: EventType,
): Promise<void> {
  const key = `booking calendar ${eventType.organiserId} ${eventType.bookingCalendarId}`;
  if (await readTogether(database, key, () => hasBookingCalendar(database, eventType))) return;
  throw calendarUnavailable('no calendar takes the bookings');
}
