// The organiser's attendees, and nobody else's.
import { patternOf, phonePatternOf } from '../agenda/booking-list.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Attendee } from './attendee.ts';

/** Where a list goes on: the last one it showed. */
export type Cursor = { name: string; id: string };

export type AttendeeFilter = {
  /** Part of a name, of an address, old ones among them, or of a telephone number. */
  search?: string | undefined;
  after?: Cursor | undefined;
  limit: number;
  /** One record only. */
  id?: string | undefined;
};

/** In order of their names. */
export async function listAttendees(
  database: Queryable,
  organiserId: string,
  { search, after, limit, id }: AttendeeFilter,
  now: Date,
): Promise<Attendee[]> {
  const pattern = search ? patternOf(search) : null;
  const phonePattern = search ? phonePatternOf(search) : null;
  return database.query<Attendee>(sql`
    with shown as materialized (
      select id, name, email, phone, note, created_at from attendees
      where organiser_id = ${organiserId}
        and (${id ?? null}::uuid is null or id = ${id ?? null})
        and (${pattern}::text is null or name ilike ${pattern} or email ilike ${pattern}
          or phone like ${phonePattern} or exists (
          select from former_addresses former where former.attendee_id = attendees.id and former.email ilike ${pattern}
        ))
        and (${after?.id ?? null}::uuid is null or (lower(name), id) > (lower(${after?.name ?? null}), ${after?.id ?? null}))
      order by lower(name), id limit ${limit}
    )
    select a.id, a.name, a.email, a.phone, a.note, a.created_at as "createdAt",
      array(
        select email from former_addresses where attendee_id = a.id order by email
      ) as "formerAddresses",
      v.visits, v."noShows", v."firstVisitAt", v."lastVisitAt", v."nextBookingAt"
    from shown a
    cross join lateral (
      select
        count(*) filter (where visit.was)::integer as visits,
        count(*) filter (where b.state = 'no_show')::integer as "noShows",
        min(b.starts_at) filter (where visit.was) as "firstVisitAt",
        max(b.starts_at) filter (where visit.was) as "lastVisitAt",
        min(b.starts_at) filter (where b.state = 'confirmed' and b.starts_at > ${now}) as "nextBookingAt"
      from bookings b
      cross join lateral (
        select b.state = 'completed' or (b.state = 'confirmed' and b.ends_at <= ${now}) as was
      ) visit
      where b.attendee_id = a.id
    ) v
    order by lower(a.name), a.id`);
}

/** Throws not_found: another organiser's attendee does not exist for this one. */
export async function getAttendee(
  database: Queryable,
  organiserId: string,
  id: string,
  now: Date,
): Promise<Attendee> {
  const [attendee] = await listAttendees(database, organiserId, { id, limit: 1 }, now);
  if (!attendee) throw new Problem('not_found', say('You have no such attendee.'));
  return attendee;
}

export async function countAttendees(database: Queryable, organiserId: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`
    select count(*)::integer as count from attendees where organiser_id = ${organiserId}`);
  return row!.count;
}
