// Adding, changing and removing what can be booked. The slug is unique among an organiser's event types.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { violates } from '../database/violations.ts';
import { Problem } from '../problem.ts';
import type { EventType } from './event-type.ts';

export type EventTypeFields = Omit<EventType, 'id' | 'organiserId'>;

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

/** Throws forbidden while bookings of it are kept: they would lose what they were. */
export async function deleteEventType(database: Queryable, id: string): Promise<void> {
  await database.query(sql`delete from event_types where id = ${id}`).catch((error: unknown) => {
    if (!violates(error, 'bookings_event_type_id_fkey')) throw error;
    throw new Problem(
      'forbidden',
      'This event type has bookings, so it cannot be deleted. Hide it instead.',
      { cause: error },
    );
  });
}

export const takenSlug = {
  field: 'slug',
  message: 'You have another event type whose link ends like this.',
};

function refuseTakenSlug(error: unknown): never {
  if (!violates(error, 'event_types_organiser_id_slug_key')) throw error;
  throw new Problem('invalid_input', takenSlug.message, { errors: [takenSlug], cause: error });
}
