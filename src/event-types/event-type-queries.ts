// Reading what can be booked.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { type Organiser, hideIfDisabled } from '../organisers/organiser.ts';
import { Problem } from '../problem.ts';
import { defaultAsks, type EventType } from './event-type.ts';

export type Bookable = {
  organiser: Organiser;
  eventType: EventType;
  /** Of the secret link by which it was reached. */
  key?: string | undefined;
};

/** By the two words of its link. Throws not_found, also where booking is closed. */
export async function getEventType(
  database: Queryable,
  handle: string,
  slug: string,
): Promise<Bookable> {
  const [row] = await database.query<{ organiser: Organiser; eventType: EventType }>(sql`
    select
      json_build_object(
        'id', o.id, 'handle', o.handle, 'name', o.name, 'email', o.email, 'timeZone', o.time_zone,
        'locale', o.locale, 'language', o.language, 'bookingCalendarId', o.booking_calendar_id,
        'hoursVersion', o.hours_version::text, 'isDisabled', o.disabled_at is not null
      ) as organiser,
      json_build_object(
        'id', e.id, 'organiserId', e.organiser_id, 'position', e.position, 'slug', e.slug, 'title', e.title,
        'description', e.description, 'durationMinutes', e.duration_minutes,
        'otherDurations', e.other_durations, 'colour', e.colour, 'visibility', e.visibility,
        'slotStepMinutes', e.slot_step_minutes, 'bufferBeforeMinutes', e.buffer_before_minutes,
        'bufferAfterMinutes', e.buffer_after_minutes, 'minimumNoticeMinutes', e.minimum_notice_minutes,
        'horizonDays', e.horizon_days, 'dailyCap', e.daily_cap, 'confirmation', e.confirmation,
        'onDecline', e.on_decline,
        'place', e.place, 'asks', e.asks, 'questions', e.questions, 'isHidden', e.is_hidden,
        'bookingCalendarId', e.booking_calendar_id, 'schedule', e.schedule_id
      ) as "eventType"
    from organisers o join event_types e on e.organiser_id = o.id
    where o.handle = lower(${handle}) and e.slug = ${slug} and e.deleted_at is null`);
  if (!row) throw nothingToBook();
  hideIfDisabled(row.organiser);
  return { organiser: row.organiser, eventType: withDefaults(row.eventType) };
}

/** With what decides who may know of it. */
export type SlotsVersion = Pick<EventType, 'id' | 'visibility' | 'isHidden'> & { version: string };

/** The organiser's version: while it stands, only time changes what is free. Throws not_found. */
export async function getSlotsVersion(
  database: Queryable,
  handle: string,
  slug: string,
): Promise<SlotsVersion> {
  const [row] = await database.query<SlotsVersion & { name: string; isDisabled: boolean }>(sql`
    select o.slots_version as version, o.name, o.disabled_at is not null as "isDisabled", e.id,
      e.visibility, e.is_hidden as "isHidden"
    from organisers o join event_types e on e.organiser_id = o.id
    where o.handle = lower(${handle}) and e.slug = ${slug} and e.deleted_at is null`);
  if (!row) throw nothingToBook();
  hideIfDisabled(row);
  return row;
}

/** Throws not_found. */
export async function getEventTypeById(database: Queryable, id: string): Promise<EventType> {
  const [row] = await database.query<EventType>(sql`
    select
      id, organiser_id as "organiserId", position, slug, title, description, duration_minutes as "durationMinutes",
      other_durations as "otherDurations", colour, visibility, slot_step_minutes as "slotStepMinutes", buffer_before_minutes as "bufferBeforeMinutes",
      buffer_after_minutes as "bufferAfterMinutes", minimum_notice_minutes as "minimumNoticeMinutes",
      horizon_days as "horizonDays", daily_cap as "dailyCap", confirmation, on_decline as "onDecline", place, asks, questions,
      is_hidden as "isHidden", booking_calendar_id as "bookingCalendarId", schedule_id as schedule
    from event_types where id = ${id}`);
  if (!row) throw new Problem('not_found', say('There is no such event type.'));
  return withDefaults(row);
}

export async function findEventType(
  database: Queryable,
  handle: string,
  slug: string,
): Promise<EventType | null> {
  const [row] = await database.query<{ id: string }>(sql`
    select e.id from event_types e join organisers o on o.id = e.organiser_id
    where o.handle = lower(${handle}) and e.slug = ${slug} and e.deleted_at is null and o.disabled_at is null`);
  return row ? getEventTypeById(database, row.id) : null;
}

export async function findEventTypeOfBooking(
  database: Queryable,
  bookingId: string,
): Promise<EventType | null> {
  const [row] = await database.query<{ id: string }>(sql`
    select event_type_id as id from bookings where id = ${bookingId}`);
  return row ? getEventTypeById(database, row.id) : null;
}

export async function listEventTypes(
  database: Queryable,
  organiserId: string,
): Promise<EventType[]> {
  const rows = await database.query<EventType>(sql`
    select
      id, organiser_id as "organiserId", position, slug, title, description, duration_minutes as "durationMinutes",
      other_durations as "otherDurations", colour, visibility, slot_step_minutes as "slotStepMinutes", buffer_before_minutes as "bufferBeforeMinutes",
      buffer_after_minutes as "bufferAfterMinutes", minimum_notice_minutes as "minimumNoticeMinutes",
      horizon_days as "horizonDays", daily_cap as "dailyCap", confirmation, on_decline as "onDecline", place, asks, questions,
      is_hidden as "isHidden", booking_calendar_id as "bookingCalendarId", schedule_id as schedule
    from event_types where organiser_id = ${organiserId} and deleted_at is null order by position, slug`);
  return rows.map(withDefaults);
}

export function nothingToBook(): Problem {
  return new Problem('not_found', say('There is nothing to book at this address.'));
}

function withDefaults(eventType: EventType): EventType {
  return { ...eventType, asks: { ...defaultAsks, ...eventType.asks } };
}
