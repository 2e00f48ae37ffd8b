// The rows that keep a time from others, with what tells them apart.
import type { Period } from '../calendars/calendar.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Blocker } from './reason.ts';

type Row = Omit<Blocker, 'blocked'> & { blockedFrom: Date; blockedTo: Date };

/** The same rows as availability-queries.ts' listBlockedTime. */
export async function listBlockers(
  database: Queryable,
  organiserId: string,
  { from, to }: Period,
  now: Date,
): Promise<Blocker[]> {
  const rows = await database.query<Row>(sql`
    select b.id as "bookingId", b.state, b.starts_at as "startsAt", b.ends_at as "endsAt",
      lower(b.blocked) as "blockedFrom", upper(b.blocked) as "blockedTo", b.expires_at as "expiresAt",
      b.proven_at is not null as "isProven", e.title as "eventTypeTitle", b.attendee_name as "attendeeName",
      b.calendar_id as "calendarId"
    from bookings b join event_types e on e.id = b.event_type_id
    where b.organiser_id = ${organiserId}
      and b.blocked && tstzrange(${from}, ${to})
      and b.starts_at > ${from}::timestamptz - interval '36 hours'
      and b.starts_at < ${to}::timestamptz + interval '12 hours'
      and (b.state = 'confirmed' or (b.state in ('held', 'requested') and b.expires_at > ${now}))
    order by b.starts_at, b.id`);
  return rows.map(blockerOf);
}

function blockerOf({ blockedFrom, blockedTo, ...row }: Row): Blocker {
  return { ...row, blocked: { from: blockedFrom, to: blockedTo } };
}
