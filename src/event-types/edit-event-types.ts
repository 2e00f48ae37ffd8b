// Adding, changing and ordering one's own event types. Each holds the organiser's lock, as a booking's transaction does:
// both touch the event type's row and the organiser's, and would else wait for each other.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { listCalendars } from '../calendars/calendar-queries.ts';
import { isWritable } from '../calendars/calendar.ts';
import type { Queryable } from '../database/database.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, Problem } from '../problem.ts';
import { type Accepted, changeHours } from '../schedules/change-hours.ts';
import { isOwnSchedule } from '../schedules/schedule-queries.ts';
import { freeColour } from './colours.ts';
import { contradictions } from './contradictions.ts';
import { applyChange, type EventTypeChange, type EventTypeDraft } from './event-type-input.ts';
import { listEventTypes } from './event-type-queries.ts';
import type { EventType } from './event-type.ts';
import { newEventType } from './new-event-type.ts';
import {
  type EventTypeFields,
  insertEventType,
  takenSlug,
  updateEventType,
  updateOrder,
} from './write-event-type-queries.ts';

/** Throws not_found: another organiser's event types do not exist for this one. */
export async function getOwnEventType(
  { database }: { database: Queryable },
  organiserId: string,
  slug: string,
): Promise<EventType> {
  const own = await listEventTypes(database, organiserId);
  const eventType = own.find((eventType) => eventType.slug === slug);
  if (!eventType) throw new Problem('not_found', say('You have no such event type.'));
  return eventType;
}

/** Throws invalid_input. */
export function addEventType(
  parts: Parts,
  organiserId: string,
  draft: EventTypeDraft,
): Promise<EventType> {
  const { slug, title, durationMinutes, position } = draft;
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const others = await listEventTypes(transaction, organiserId);
    const colour = freeColour(others.map((other) => other.colour));
    const fields = applyChange({ ...newEventType, slug, title, durationMinutes, colour }, draft);
    await refuseFaults(transaction, organiserId, { before: null, after: fields, change: draft });
    await insertEventType(transaction, organiserId, fields);
    const added = await getOwnEventType({ database: transaction }, organiserId, slug);
    if (position === undefined) return added;
    await putAt(transaction, added, position);
    return getOwnEventType({ database: transaction }, organiserId, slug);
  });
}

/** Throws not_found, invalid_input, and WouldStrand for bookings that another schedule leaves outside of its hours. */
export async function changeEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
  change: EventTypeChange,
  accepted: Accepted = 'any',
): Promise<EventType> {
  const { result } = await changeHours(parts, organiserId, accepted, async (transaction) => {
    const before = await getOwnEventType({ database: transaction }, organiserId, slug);
    const after = applyChange(before, change);
    await refuseFaults(transaction, organiserId, { before, after, change });
    await updateEventType(transaction, before.id, after);
    if (change.position !== undefined)
      await putAt(transaction, { ...before, ...after }, change.position);
    return getOwnEventType({ database: transaction }, organiserId, after.slug);
  });
  return result;
}

/** One place up or down in the order in which they are listed, to the organiser and to everybody. Throws not_found. */
export function shiftEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
  by: -1 | 1,
): Promise<void> {
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const shifted = await getOwnEventType({ database: transaction }, organiserId, slug);
    const own = await listEventTypes(transaction, organiserId);
    const position = own.findIndex(({ id }) => id === shifted.id) + by;
    await putAt(transaction, shifted, Math.max(0, position));
  });
}

async function putAt(transaction: Queryable, own: EventType, position: number): Promise<void> {
  const all = await listEventTypes(transaction, own.organiserId);
  const ids = all.map(({ id }) => id).filter((id) => id !== own.id);
  await updateOrder(transaction, ids.toSpliced(position, 0, own.id));
}

type Edit = { before: EventType | null; after: EventTypeFields; change: EventTypeChange };

/** What no field can tell by itself, all of it at once. */
async function refuseFaults(
  database: Queryable,
  organiserId: string,
  { before, after, change }: Edit,
): Promise<void> {
  const faults: FieldError[] = contradictions(after, change);
  const others = (await listEventTypes(database, organiserId)).filter(
    ({ id }) => id !== before?.id,
  );
  if (others.some(({ slug }) => slug === after.slug)) faults.push(takenSlug());
  const { bookingCalendarId } = after;
  const isNew = bookingCalendarId !== (before?.bookingCalendarId ?? null);
  if (isNew && !(await isOwnCalendar(database, organiserId, bookingCalendarId)))
    faults.push(foreignCalendar());
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

function foreignCalendar(): FieldError {
  const message = say('Bookings can only go to a calendar that you own.');
  return { field: 'bookingCalendarId', message };
}
