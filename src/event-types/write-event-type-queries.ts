// Adding, changing and removing what can be booked. The slug is unique among an organiser's event types.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { violates } from '../database/violations.ts';
import { say } from '../languages/say.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { EventType } from './event-type.ts';

export type EventTypeFields = Omit<EventType, 'id' | 'organiserId' | 'position'>;

/** Put after the others. Throws invalid_input when the slug is taken. */
export async function insertEventType(
  database: Queryable,
  organiserId: string,
  fields: EventTypeFields,
): Promise<void> {
  await database
    .query(sql`
    insert into event_types
      (organiser_id, slug, title, description, duration_minutes, other_durations, slot_step_minutes, buffer_before_minutes,
       buffer_after_minutes, minimum_notice_minutes, horizon_days, daily_cap, confirmation, on_decline, place, asks, questions,
       colour, visibility, is_hidden, booking_calendar_id, schedule_id, position)
    values
      (${organiserId}, ${fields.slug}, ${fields.title}, ${fields.description}, ${fields.durationMinutes},
       ${fields.otherDurations}, ${fields.slotStepMinutes}, ${fields.bufferBeforeMinutes}, ${fields.bufferAfterMinutes},
       ${fields.minimumNoticeMinutes}, ${fields.horizonDays}, ${fields.dailyCap}, ${fields.confirmation}, ${fields.onDecline},
       ${JSON.stringify(fields.place)}, ${JSON.stringify(fields.asks)}, ${JSON.stringify(fields.questions)},
       ${fields.colour}, ${fields.visibility}, ${fields.isHidden}, ${fields.bookingCalendarId}, ${fields.schedule},
       (select coalesce(max(position) + 1, 0) from event_types where organiser_id = ${organiserId}))`)
    .catch(refuseTakenSlug);
}

/** Throws invalid_input when the slug is taken. */
export async function updateEventType(
  database: Queryable,
  id: string,
  fields: EventTypeFields,
): Promise<void> {
  await database
    .query(sql`
    update event_types set slug = ${fields.slug}, title = ${fields.title}, description = ${fields.description},
      duration_minutes = ${fields.durationMinutes}, other_durations = ${fields.otherDurations}, slot_step_minutes = ${fields.slotStepMinutes},
      buffer_before_minutes = ${fields.bufferBeforeMinutes}, buffer_after_minutes = ${fields.bufferAfterMinutes},
      minimum_notice_minutes = ${fields.minimumNoticeMinutes}, horizon_days = ${fields.horizonDays},
      daily_cap = ${fields.dailyCap}, confirmation = ${fields.confirmation}, on_decline = ${fields.onDecline},
      place = ${JSON.stringify(fields.place)}, asks = ${JSON.stringify(fields.asks)},
      questions = ${JSON.stringify(fields.questions)}, colour = ${fields.colour},
      visibility = ${fields.visibility}, is_hidden = ${fields.isHidden},
      booking_calendar_id = ${fields.bookingCalendarId}, schedule_id = ${fields.schedule}
    where id = ${id}`)
    .catch(refuseTakenSlug);
}

/** All of an organiser's, the first first. */
export async function updateOrder(database: Queryable, ids: readonly string[]): Promise<void> {
  await database.query(sql`
    update event_types set position = place.nth - 1
    from unnest(${ids}::uuid[]) with ordinality as place (id, nth)
    where event_types.id = place.id and event_types.position <> place.nth - 1`);
}

/** Whether bookings would lose what they were: those whose form came in, and one that is about to. */
export async function hasBookings(database: Queryable, id: string): Promise<boolean> {
  const [row] = await database.query<{ has: boolean }>(sql`
    select exists (
      select from bookings where event_type_id = ${id} and (requested_at is not null or state = 'held')
    ) as has`);
  return row!.has;
}

export async function updateToDeleted(database: Queryable, id: string, now: Date): Promise<void> {
  await database.query(sql`update event_types set deleted_at = ${now} where id = ${id}`);
}

/** The latest of that slug to be deleted, while it can be had back. */
export async function findDeleted(
  database: Queryable,
  organiserId: string,
  slug: string,
  since: Date,
): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(sql`
    select id from event_types
    where organiser_id = ${organiserId} and slug = ${slug} and deleted_at > ${since}
    order by deleted_at desc limit 1`);
  return row?.id ?? null;
}

/** Throws invalid_input when its slug was given to another meanwhile. */
export async function updateToRestored(database: Queryable, id: string): Promise<void> {
  await database
    .query(sql`update event_types set deleted_at = null where id = ${id}`)
    .catch(refuseTakenSlug);
}

/** For good; a hold that came to nothing may still stand in the way, and goes with its own time. */
export async function deleteRemoved(database: Queryable, before: Date): Promise<void> {
  await database.query(sql`
    delete from event_types e where deleted_at < ${before}
      and not exists (select from bookings b where b.event_type_id = e.id)`);
}

export function takenSlug(): FieldError {
  const message = say('You have another event type whose link ends like this.');
  return { field: 'slug', message };
}

function refuseTakenSlug(error: unknown): never {
  if (!violates(error, 'event_types_organiser_id_slug_key')) throw error;
  const fault = takenSlug();
  throw new Problem('invalid_input', fault.message, { errors: [fault], cause: error });
}
