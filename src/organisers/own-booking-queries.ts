// The organiser's own bookings, and nobody else's: first which, then all about them.
import { patternOf, phonePatternOf } from '../agenda/booking-list.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Colour } from '../event-types/colours.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import {
  type OwnAttendee,
  type OwnBooking,
  type PublishTrouble,
  type ShownState,
  shownStates,
} from './own-booking.ts';

export type BookingFilter = {
  /** Bookings that end after this, … */
  from: Date | null;
  /** … and start before this. */
  to: Date | null;
  states: readonly ShownState[];
  limit: number;
  /** Of these only. */
  ids?: readonly string[];
  /** A slug. */
  eventType?: string | undefined;
  /** Part of a name or of an address, or of a telephone number. */
  search?: string | undefined;
  /** Only what stands behind this one. */
  after?: Pick<OwnBooking, 'id' | 'startsAt'> | undefined;
};

/** In order of time. */
export async function listOwnBookings(
  database: Queryable,
  organiserId: string,
  filter: BookingFilter,
  now: Date,
): Promise<OwnBooking[]> {
  const { from, to, states, limit, ids = null, eventType = null, search = null, after } = filter;
  if (from && to && from >= to) return [];
  const pattern = search === null ? null : patternOf(search);
  const phonePattern = search === null ? null : phonePatternOf(search);
  const rows = await database.query<Row>(sql`
    with chosen as materialized (
      select b.id, s.state from bookings b
      join event_types e on e.id = b.event_type_id
      cross join lateral (
        select case
          when b.state = 'requested' and b.expires_at <= ${now} then 'expired' else b.state
        end as state
      ) s
      where b.organiser_id = ${organiserId} and b.requested_at is not null
        and (${ids}::uuid[] is null or b.id = any(${ids}))
        and (coalesce(${from}::timestamptz, ${to}::timestamptz) is null
          or tstzrange(b.starts_at, b.ends_at) && tstzrange(${from}, ${to}))
        and s.state = any(${states})
        and (${eventType}::text is null or e.slug = ${eventType})
        and (${pattern}::text is null or b.attendee_name ilike ${pattern} or b.attendee_email ilike ${pattern}
          or b.attendee_phone like ${phonePattern})
        and (${after?.id ?? null}::uuid is null or (b.starts_at, b.id) > (${after?.startsAt ?? null}, ${after?.id ?? null}))
      order by b.starts_at, b.id limit ${limit}
    )
    select b.id, chosen.state, b.starts_at as "startsAt", b.ends_at as "endsAt", b.expires_at as "expiresAt",
      b.created_at as "createdAt", b.changed_by as "changedBy", b.proven_at is not null as "isProven", b.clashing as "isClashing", b.reason,
      b.attendee_response as response, b.attendee_comment as comment,
      b.calendar_flag as "calendarFlag", b.event_link as "eventLink", b.conference_link as "conferenceLink",
      b.agreed_revision is not distinct from b.revision as "isPublished",
      case when b.publish_failed_revision = b.revision and b.agreed_revision is distinct from b.revision
        then b.publish_failure end as "failureCode",
      b.publish_failure_said as "failureSaid", b.publish_failed_at as "failedAt", b.publish_given_up as "isGivenUp",
      b.booked_by as "bookedBy", b.organiser_note as "organiserNote", e.slug, e.title, e.colour,
      coalesce(b.asked_questions, e.questions) as "askedQuestions",
      m.refusal as "mailRefusal",
      who.id as "attendeeId", b.attendee_name as name, b.attendee_email as email, b.attendee_phone as phone,
      b.attendee_time_zone as "timeZone", b.new_patient as "newPatient", b.age, b.gender, b.address, b.answers,
      b.note, v.visits
    from chosen
    join bookings b on b.id = chosen.id
    join event_types e on e.id = b.event_type_id
    cross join lateral (
      -- a request is nobody's until it is confirmed: its address tells whose it will be
      select coalesce(
        b.attendee_id,
        (select id from attendees where organiser_id = b.organiser_id and email = lower(b.attendee_email)),
        (select attendee_id from former_addresses
          where organiser_id = b.organiser_id and email = lower(b.attendee_email))
      ) as id
    ) who
    cross join lateral (
      select count(*)::integer as visits from bookings past
      where past.organiser_id = b.organiser_id
        and (past.attendee_id = who.id or lower(past.attendee_email) = lower(b.attendee_email))
        and past.id <> b.id and past.ends_at <= least(b.starts_at, ${now}) and past.state in ('confirmed', 'completed')
    ) v
    left join lateral (
      select refusal from sent_mails mail
      where mail.booking_id = b.id and mail.message not like 'organiser-%' order by mail.sent_at desc, mail.revision desc limit 1
    ) m on true
    order by b.starts_at, b.id`);
  return rows.map(toOwnBooking);
}

/** Throws not_found: another organiser's booking does not exist for this one. */
export async function getOwnBooking(
  database: Queryable,
  organiserId: string,
  id: string,
  now: Date,
): Promise<OwnBooking> {
  const filter = { ids: [id], from: null, to: null, states: shownStates, limit: 1 };
  const [booking] = await listOwnBookings(database, organiserId, filter, now);
  if (!booking) throw new Problem('not_found', say('You have no such booking.'));
  return booking;
}

type FailureRow = {
  failureCode: PublishTrouble['code'] | null;
  failureSaid: string | null;
  failedAt: Date | null;
  isGivenUp: boolean;
};

type Row = Omit<OwnBooking, 'eventType' | 'attendee' | 'publishTrouble'> &
  Omit<OwnAttendee, 'id' | 'name' | 'email'> &
  FailureRow & {
    attendeeId: string | null;
    slug: string;
    title: string;
    colour: Colour;
    name: string | null;
    email: string | null;
  };

function toOwnBooking(row: Row): OwnBooking {
  const { slug, title, colour, attendeeId, name, email, phone, timeZone, newPatient, age, gender } =
    row;
  const { address, answers, askedQuestions, note, visits, ...rest } = row;
  const { failureCode, failureSaid, failedAt, isGivenUp, ...booking } = rest;
  const form = { newPatient, age, gender, address, answers, askedQuestions, note };
  const person = { phone, timeZone, ...form, visits };
  const attendee =
    name !== null && email !== null ? { id: attendeeId, name, email, ...person } : null;
  const publishTrouble = troubleOf({ failureCode, failureSaid, failedAt, isGivenUp });
  return { ...booking, publishTrouble, eventType: { slug, title, colour }, attendee };
}

function troubleOf({ failureCode, failureSaid, failedAt, isGivenUp }: FailureRow) {
  if (failureCode === null || failureSaid === null || failedAt === null) return null;
  return { code: failureCode, said: failureSaid, at: failedAt, isGivenUp };
}
