// What publishing reads of a booking, and what it stores: columns of the calendar event, none of the booking's own.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { GoogleFailure } from '../google/google-failure.ts';
import type { Account } from './calendar.ts';
import type { Publication } from './publication.ts';

type PublicationRow = Omit<Publication, 'attendee' | 'target'> & {
  attendeeName: string | null;
  attendeeEmail: string | null;
  calendarId: string | null;
  googleCalendarId: string;
  accountId: string;
  accountEmail: string;
  accountState: Account['state'];
  refreshTokenSealed: Buffer | null;
};

export async function findPublication(
  database: Queryable,
  bookingId: string,
): Promise<Publication | null> {
  const [row] = await database.query<PublicationRow>(sql`
    select booking.id as "bookingId", booking.organiser_id as "organiserId", booking.state,
      booking.starts_at as "startsAt", booking.ends_at as "endsAt", booking.changed_at as "changedAt",
      booking.revision, booking.manage_generation as "manageGeneration",
      booking.attendee_name as "attendeeName", booking.attendee_email as "attendeeEmail",
      booking.google_event_id as "eventId", booking.agreed_revision as "agreedRevision",
      booking.agreed_etag as "agreedEtag", booking.calendar_flag is not null as "isFlagged",
      booking.calendar_id is not null and booking.agreed_revision is not null as "isKnownThere",
      booking.conference_link as "conferenceLink",
      organiser.name as "organiserName", coalesce(organiser.language, organiser.locale) as locale,
      organiser.time_zone as "timeZone",
      event_type.title as "eventTypeTitle", event_type.place,
      calendar.id as "calendarId", calendar.google_calendar_id as "googleCalendarId",
      account.id as "accountId", account.email as "accountEmail", account.state as "accountState",
      account.refresh_token_sealed as "refreshTokenSealed"
    from bookings booking
    join organisers organiser on organiser.id = booking.organiser_id
    join event_types event_type on event_type.id = booking.event_type_id
    left join calendars calendar on calendar.id = coalesce(
      booking.calendar_id, event_type.booking_calendar_id, organiser.booking_calendar_id)
    left join google_accounts account on account.id = calendar.google_account_id
    where booking.id = ${bookingId}`);
  return row ? publicationOf(row) : null;
}

function publicationOf(row: PublicationRow): Publication {
  const { attendeeName, attendeeEmail, calendarId, googleCalendarId, ...rest } = row;
  const { accountId, accountEmail, accountState, refreshTokenSealed, ...booking } = rest;
  const account = {
    id: accountId,
    organiserId: booking.organiserId,
    email: accountEmail,
    state: accountState,
    refreshTokenSealed,
  };
  return {
    ...booking,
    attendee:
      attendeeName !== null && attendeeEmail !== null
        ? { name: attendeeName, email: attendeeEmail }
        : null,
    target: calendarId === null ? null : { calendarId, googleCalendarId, account },
  };
}

/** Keeps where the event is about to be, before Google is called. False when the booking has changed meanwhile. */
export async function updateEventId(
  database: Queryable,
  { bookingId, revision, eventId }: Publication,
  next: { calendarId: string; eventId: string },
): Promise<boolean> {
  const rows = await database.query(sql`
    update bookings
    set calendar_id = ${next.calendarId}, google_event_id = ${next.eventId},
      agreed_revision = null, agreed_etag = null, agreed_starts_at = null, agreed_ends_at = null,
      agreed_status = null, agreed_updated_at = null
    where id = ${bookingId} and revision = ${revision} and google_event_id is not distinct from ${eventId}
    returning id`);
  return rows.length > 0;
}

/** What both sides have agreed on. `etag` null: Google has nothing. */
export type Agreement = {
  etag: string | null;
  updatedAt: Date | null;
  status: string;
  guests: { email: string }[];
  iCalUid: string | null;
  link: string | null;
  conferenceLink: string | null;
};

/**
 * What we wrote puts right whatever was flagged, but for the guest list: that is the organiser's. False when the booking
 * has changed meanwhile: then Google has an older revision than it should.
 */
export async function updateAgreement(
  database: Queryable,
  { bookingId, revision, eventId }: Publication,
  agreement: Agreement,
): Promise<boolean> {
  const guests = agreement.guests.map(({ email }) => email.toLowerCase());
  const rows = await database.query(sql`
    update bookings
    set agreed_revision = revision, agreed_starts_at = starts_at, agreed_ends_at = ends_at,
      agreed_etag = ${agreement.etag}, agreed_status = ${agreement.status},
      attendee_invited = attendee_invited or coalesce(lower(attendee_email) = any(${guests}), false),
      calendar_flag =
        case when calendar_flag = 'guest_removed' and ${agreement.status} <> 'cancelled' then calendar_flag end,
      agreed_updated_at = coalesce(${agreement.updatedAt}, agreed_updated_at),
      ical_uid = coalesce(${agreement.iCalUid}, ical_uid),
      event_link = coalesce(${agreement.link}, event_link),
      conference_link = coalesce(${agreement.conferenceLink}, conference_link)
    where id = ${bookingId} and revision = ${revision} and google_event_id is not distinct from ${eventId}
    returning id`);
  return rows.length > 0;
}

export async function updateConferenceLink(
  database: Queryable,
  bookingId: string,
  link: string,
): Promise<void> {
  await database.query(sql`update bookings set conference_link = ${link} where id = ${bookingId}`);
}

/** What the organiser is told of it, until Google has this revision or is tried anew. */
export async function updatePublishFailure(
  database: Queryable,
  { bookingId, revision }: Publication,
  { failure, at, isGivenUp }: { failure: GoogleFailure; at: Date; isGivenUp: boolean },
): Promise<void> {
  await database.query(sql`
    update bookings
    set publish_failure = ${failure.code}, publish_failure_said = ${failure.message}, publish_failed_at = ${at},
      publish_failed_revision = ${revision}, publish_given_up = ${isGivenUp}
    where id = ${bookingId} and revision = ${revision}`);
}

export async function clearPublishFailure(database: Queryable, bookingId: string): Promise<void> {
  await database.query(sql`
    update bookings
    set publish_failure = null, publish_failure_said = null, publish_failed_at = null,
      publish_failed_revision = null, publish_given_up = false
    where id = ${bookingId}`);
}

/** Bookings yet to come whose last change Google has not been told. */
export async function listUnpublished(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select id from bookings
    where organiser_id = ${organiserId} and ends_at > ${now}
      and (agreed_revision is null or agreed_revision < revision)
      and (state = 'confirmed' or (state in ('cancelled', 'expired') and google_event_id is not null))
    order by starts_at`);
  return rows.map((row) => row.id);
}
