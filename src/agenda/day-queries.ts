// What an organiser's day wants to know besides its bookings: what waits for an answer, who stands in whose way, what comes.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Requests to answer, bookings that stand over one another, and what Google or a mail server made trouble with; by time. */
export async function listUndecidedIds(
  database: Queryable,
  organiserId: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(sql`
    select id from (
      select id, starts_at from bookings
      where organiser_id = ${organiserId} and state = 'requested' and proven_at is not null and expires_at > ${now}
      union
      select id, starts_at from bookings
      where organiser_id = ${organiserId} and clashing and state = 'confirmed' and ends_at > ${now}
      union
      select id, starts_at from bookings
      where organiser_id = ${organiserId} and state = 'confirmed' and (calendar_flag is not null or publish_given_up) and ends_at > ${now}
      union
      select b.id, b.starts_at from sent_mails mail join bookings b on b.id = mail.booking_id
      where mail.refusal is not null and mail.message not like 'organiser-%'
        and b.organiser_id = ${organiserId} and b.state = 'confirmed' and b.ends_at > ${now}
    ) undecided
    order by starts_at, id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Whom a clashing booking meets. */
export type Meeting = {
  clashingId: string;
  id: string;
  startsAt: Date;
  endsAt: Date;
  name: string | null;
};

export async function listMeetings(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<Meeting[]> {
  return database.query<Meeting>(sql`
    select b.id as "clashingId", other.id, other.starts_at as "startsAt", other.ends_at as "endsAt",
      other.attendee_name as name
    from bookings b
    join bookings other on other.organiser_id = b.organiser_id and other.id <> b.id
      and other.requested_at is not null and tstzrange(other.starts_at, other.ends_at) && b.blocked
      and (other.state = 'confirmed' or (other.state = 'requested' and other.expires_at > ${now}))
    where b.organiser_id = ${organiserId} and b.clashing and b.state = 'confirmed' and b.ends_at > ${now}
    order by other.starts_at, other.id`);
}

/** A booking to come, in short. */
export type Ahead = { id: string; startsAt: Date; name: string | null; title: string };

/** The first that start then or later. */
export async function listAhead(
  database: Queryable,
  organiserId: string,
  { from, limit }: { from: Date; limit: number },
  now: Date,
): Promise<Ahead[]> {
  return database.query<Ahead>(sql`
    select b.id, b.starts_at as "startsAt", b.attendee_name as name, e.title
    from bookings b join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId} and b.requested_at is not null and b.starts_at >= ${from}
      and (b.state = 'confirmed' or (b.state = 'requested' and b.expires_at > ${now}))
    order by b.starts_at, b.id limit ${limit}`);
}
