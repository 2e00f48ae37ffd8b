// Adding, changing and removing one's own event types.
import { listCalendars } from '../calendars/calendar-queries.ts';
import { isWritable } from '../calendars/calendar.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { applyChange, type EventTypeChange, type EventTypeDraft } from './event-type-input.ts';
import { listEventTypes } from './event-type-queries.ts';
import type { EventType } from './event-type.ts';
import { newEventType } from './new-event-type.ts';
import { deleteEventType, insertEventType, updateEventType } from './write-event-type-queries.ts';

/** Throws not_found: another organiser's event types do not exist for this one. */
export async function getOwnEventType(
  { database }: Pick<Parts, 'database'>,
  organiserId: string,
  slug: string,
): Promise<EventType> {
  const own = await listEventTypes(database, organiserId);
  const eventType = own.find((eventType) => eventType.slug === slug);
  if (!eventType) throw new Problem('not_found', 'You have no such event type.');
  return eventType;
}

export async function addEventType(
  parts: Parts,
  organiserId: string,
  draft: EventTypeDraft,
): Promise<EventType> {
  const { slug, title, durationMinutes } = draft;
  const start = { ...newEventType, questions: [], slug, title, durationMinutes };
  await checkCalendar(parts, organiserId, draft.bookingCalendarId);
  await insertEventType(parts.database, organiserId, applyChange(start, draft));
  return getOwnEventType(parts, organiserId, slug);
}

export async function changeEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
  change: EventTypeChange,
): Promise<EventType> {
  const before = await getOwnEventType(parts, organiserId, slug);
  const after = applyChange(before, change);
  if (after.bookingCalendarId !== before.bookingCalendarId)
    await checkCalendar(parts, organiserId, after.bookingCalendarId);
  await updateEventType(parts.database, before.id, after);
  return { ...before, ...after };
}

export async function removeEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
): Promise<void> {
  const eventType = await getOwnEventType(parts, organiserId, slug);
  await deleteEventType(parts.database, eventType.id);
}

/** Throws invalid_input for a calendar that is not the organiser's own, or is gone. */
async function checkCalendar(
  { database }: Parts,
  organiserId: string,
  calendarId: string | null | undefined,
): Promise<void> {
  if (!calendarId) return;
  const calendars = await listCalendars(database, organiserId);
  if (calendars.some((calendar) => calendar.id === calendarId && isWritable(calendar))) return;
  const message = 'Bookings can only go to a calendar that you own.';
  throw new Problem('invalid_input', message, {
    errors: [{ field: 'bookingCalendarId', message }],
  });
}
