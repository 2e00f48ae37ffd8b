// What following reads of a booking and keeps of its calendar event.
import type { AttendeeResponse, CalendarFlag } from '../../bookings/booking.ts';
import type { Queryable } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { Agreed, Ours } from './comparison.ts';

/** A booking with its event, as the comparison takes them apart. */
export type Followed = {
  bookingId: string;
  organiserId: string;
  calendarId: string | null;
  eventId: string | null;
  ours: Ours;
  agreed: Agreed;
  flag: CalendarFlag | null;
  attendee: {
    email: string | null;
    response: AttendeeResponse | null;
    comment: string | null;
    /** Google has shown them among the guests. */
    wasInvited: boolean;
  };
};

type Row = Pick<Followed, 'bookingId' | 'organiserId' | 'calendarId' | 'eventId' | 'flag'> &
  Ours &
  Followed['attendee'] & {
    agreedEtag: string | null;
    agreedUpdatedAt: Date | null;
    agreedStartsAt: Date | null;
    agreedEndsAt: Date | null;
    agreedRevision: number | null;
  };

export async function findFollowed(
  database: Queryable,
  bookingId: string,
): Promise<Followed | null> {
  const [followed] = await listFollowed(database, [bookingId]);
  return followed ?? null;
}

async function listFollowed(database: Queryable, bookingIds: string[]): Promise<Followed[]> {
  const rows = await database.query<Row>(sql`
    select id as "bookingId", organiser_id as "organiserId", calendar_id as "calendarId",
      google_event_id as "eventId", calendar_flag as flag, state, starts_at as "startsAt", ends_at as "endsAt",
      revision, changed_at as "changedAt", changed_by as "changedBy", attendee_email as email,
      attendee_response as response, attendee_comment as comment,
      attendee_invited as "wasInvited", agreed_etag as "agreedEtag",
      agreed_updated_at as "agreedUpdatedAt", agreed_starts_at as "agreedStartsAt",
      agreed_ends_at as "agreedEndsAt", agreed_revision as "agreedRevision"
    from bookings where id = any(${bookingIds}) order by starts_at, id`);
  return rows.map(followedOf);
}

/** The bookings whose events lie in the calendar under one of these ids. */
export async function listFollowedByEvent(
  database: Queryable,
  calendarId: string,
  eventIds: string[],
): Promise<Followed[]> {
  const rows = await database.query<{ id: string }>(sql`
    select id from bookings where calendar_id = ${calendarId} and google_event_id = any(${eventIds})`);
  return listFollowed(
    database,
    rows.map(({ id }) => id),
  );
}

/** The bookings to come whose events have been seen in the calendar. */
export async function listFollowedToCome(
  database: Queryable,
  calendarId: string,
  now: Date,
): Promise<Followed[]> {
  const rows = await database.query<{ id: string }>(sql`
    select id from bookings
    where calendar_id = ${calendarId} and google_event_id is not null and agreed_revision is not null
      and state = 'confirmed' and ends_at > ${now}`);
  return listFollowed(
    database,
    rows.map(({ id }) => id),
  );
}

function followedOf(row: Row): Followed {
  const { bookingId, organiserId, calendarId, eventId, flag } = row;
  const { state, startsAt, endsAt, revision, changedAt, changedBy } = row;
  const { email, response, comment, wasInvited } = row;
  return {
    bookingId,
    organiserId,
    calendarId,
    eventId,
    flag,
    ours: { state, startsAt, endsAt, revision, changedAt, changedBy },
    agreed: {
      etag: row.agreedEtag,
      updatedAt: row.agreedUpdatedAt,
      startsAt: row.agreedStartsAt,
      endsAt: row.agreedEndsAt,
      revision: row.agreedRevision,
    },
    attendee: { email, response, comment, wasInvited },
  };
}

/** Both sides are the same now: Google has nothing to be told. */
export async function updateAgreed(
  database: Queryable,
  bookingId: string,
  event: CalendarEvent,
  flag: CalendarFlag | null,
): Promise<void> {
  const guests = event.guests.map(({ email }) => email.toLowerCase());
  await database.query(sql`
    update bookings
    set agreed_revision = revision, agreed_etag = ${event.etag}, agreed_status = ${event.status},
      attendee_invited = attendee_invited or coalesce(lower(attendee_email) = any(${guests}), false),
      agreed_updated_at = coalesce(${event.updatedAt}, agreed_updated_at),
      agreed_starts_at = coalesce(${event.startsAt}, agreed_starts_at),
      agreed_ends_at = coalesce(${event.endsAt}, agreed_ends_at), calendar_flag = ${flag},
      ical_uid = coalesce(${event.iCalUid}, ical_uid), event_link = coalesce(${event.link}, event_link),
      conference_link = coalesce(${event.conferenceLink}, conference_link)
    where id = ${bookingId}`);
}

/** Beside what is to be published. */
export async function updateFlag(
  database: Queryable,
  bookingId: string,
  flag: CalendarFlag | null,
): Promise<void> {
  await database.query(sql`update bookings set calendar_flag = ${flag} where id = ${bookingId}`);
}

/** What was agreed last stays so: it tells, once the event can be followed again, which side has changed since. */
export async function updateFlagged(
  database: Queryable,
  bookingId: string,
  seen: { etag: string | null; updatedAt: Date | null },
  flag: CalendarFlag,
): Promise<void> {
  await database.query(sql`
    update bookings
    set agreed_etag = ${seen.etag}, agreed_updated_at = coalesce(${seen.updatedAt}, agreed_updated_at),
      calendar_flag = ${flag}
    where id = ${bookingId}`);
}

/** Nothing is left at Google. */
export async function updateAgreedGone(
  database: Queryable,
  bookingId: string,
  updatedAt: Date | null,
): Promise<void> {
  await database.query(sql`
    update bookings
    set agreed_revision = revision, agreed_etag = null, agreed_status = 'cancelled',
      agreed_updated_at = coalesce(${updatedAt}, agreed_updated_at), calendar_flag = null
    where id = ${bookingId}`);
}

/** The event was moved to another calendar. What was agreed stays: it tells what else has changed there. */
export async function updateCalendarOfEvent(
  database: Queryable,
  from: Pick<Followed, 'bookingId' | 'calendarId' | 'eventId'>,
  calendarId: string,
): Promise<void> {
  await database.query(sql`
    update bookings set calendar_id = ${calendarId}, agreed_etag = null
    where id = ${from.bookingId} and calendar_id = ${from.calendarId} and google_event_id = ${from.eventId}`);
}
