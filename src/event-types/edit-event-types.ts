// Adding, changing and removing one's own event types. Each holds the organiser's lock, as a booking's transaction does:
// both touch the event type's row and the organiser's, and would else wait for each other.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { listCalendars } from '../calendars/calendar-queries.ts';
import { isWritable } from '../calendars/calendar.ts';
import type { Queryable } from '../database/database.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, Problem } from '../problem.ts';
import { isOwnSchedule } from '../schedules/schedule-queries.ts';
import { applyChange, type EventTypeChange, type EventTypeDraft } from './event-type-input.ts';
import { listEventTypes } from './event-type-queries.ts';
import type { EventType } from './event-type.ts';
import { newEventType } from './new-event-type.ts';
import {
  deleteEventType,
  type EventTypeFields,
  insertEventType,
  takenSlug,
  updateEventType,
} from './write-event-type-queries.ts';

/** Throws not_found: another organiser's event types do not exist for this one. */
export async function getOwnEventType(
  { database }: { database: Queryable },
  organiserId: string,
  slug: string,
): Promise<EventType> {
  const own = await listEventTypes(database, organiserId);
  const eventType = own.find((eventType) => eventType.slug === slug);
  if (!eventType) throw new Problem('not_found', 'You have no such event type.');
  return eventType;
}

/** Throws invalid_input. */
export function addEventType(
  parts: Parts,
  organiserId: string,
  draft: EventTypeDraft,
): Promise<EventType> {
  const { slug, title, durationMinutes } = draft;
  const start = { ...newEventType, questions: [], slug, title, durationMinutes };
  const fields = applyChange(start, draft);
  return organiserTransaction(parts, organiserId, async (transaction) => {
    await refuseFaults(transaction, organiserId, null, fields);
    await insertEventType(transaction, organiserId, fields);
    return getOwnEventType({ database: transaction }, organiserId, slug);
  });
}

/** Throws not_found or invalid_input. */
export function changeEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
  change: EventTypeChange,
): Promise<EventType> {
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const before = await getOwnEventType({ database: transaction }, organiserId, slug);
    const after = applyChange(before, change);
    await refuseFaults(transaction, organiserId, before, after);
    await updateEventType(transaction, before.id, after);
    return { ...before, ...after };
  });
}

/** Throws not_found, or forbidden while bookings of it are kept. */
export function removeEventType(parts: Parts, organiserId: string, slug: string): Promise<void> {
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const { id } = await getOwnEventType({ database: transaction }, organiserId, slug);
    await deleteEventType(transaction, id);
  });
}

/** What only the database can tell, all of it at once. */
async function refuseFaults(
  database: Queryable,
  organiserId: string,
  before: EventType | null,
  after: EventTypeFields,
): Promise<void> {
  const faults: FieldError[] = [];
  const others = (await listEventTypes(database, organiserId)).filter(
    ({ id }) => id !== before?.id,
  );
  if (others.some(({ slug }) => slug === after.slug)) faults.push(takenSlug);
  const { bookingCalendarId } = after;
  const isNew = bookingCalendarId !== (before?.bookingCalendarId ?? null);
  if (isNew && !(await isOwnCalendar(database, organiserId, bookingCalendarId)))
    faults.push(foreignCalendar);
  if (!(await isOwnSchedule(database, organiserId, after.schedule))) faults.push(foreignSchedule());
  if (faults.length === 0) return;
  const message = faults.map((fault) => fault.message).join(' ');
  throw new Problem('invalid_input', message, { errors: faults });
}

async function isOwnCalendar(
  database: Queryable,
  organiserId: string,
  calendarId: string | null,
): Promise<boolean> {
  if (calendarId === null) return true;
  const calendars = await listCalendars(database, organiserId);
  return calendars.some((calendar) => calendar.id === calendarId && isWritable(calendar));
}

function foreignSchedule(): FieldError {
  return { field: 'schedule', message: say('Choose one of your schedules.') };
}

const foreignCalendar = {
  field: 'bookingCalendarId',
  message: 'Bookings can only go to a calendar that you own.',
};
