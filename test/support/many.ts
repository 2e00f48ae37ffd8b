// An organiser of many years: bookings to come and past, of as many people, as rows. Half an hour each, 09:00 to 17:00
// UTC on every day, before and after the clock's own date.
// Google knows of them already.
import type { Queryable } from '../../src/database/database.ts';
import { sql } from '../../src/database/sql.ts';
import type { MadeOrganiser } from './makers.ts';
import type { TestService } from './service.ts';

export type Many = { upcoming: number; past: number; people: number };

/** The triggers, which are made for one row at a time, rest meanwhile; what they would write is written here. */
export async function addMany(
  { parts, clock }: TestService,
  made: MadeOrganiser,
  { upcoming, past, people }: Many,
): Promise<void> {
  const now = clock();
  const organiserId = made.organiser.id;
  await parts.database.transaction(async (transaction) => {
    await transaction.query(sql`set local session_replication_role = replica`);
    await addPeople(transaction, organiserId, people, now);
    await addBookings(transaction, made, { from: 1, to: upcoming }, now);
    await addBookings(transaction, made, { from: -past, to: -1 }, now);
    await addHistory(transaction, organiserId);
    await transaction.query(sql`
      update organisers set slots_version = slots_version + 1 where id = ${organiserId}`);
  });
  await parts.database.query(sql`analyze`);
}

async function addPeople(
  database: Queryable,
  organiserId: string,
  count: number,
  now: Date,
): Promise<void> {
  await database.query(sql`
    insert into attendees (organiser_id, email, name, phone, note, created_at)
    select ${organiserId}, 'person-' || n || '@example.org', 'Person ' || to_char(n, 'FM0000'), '+4930' || 100000 + n,
      'Comes by train.', ${now}::timestamptz
    from generate_series(1, ${count}::integer) n`);
}

/** Each is told by its number: those below zero are past, sixteen to a day; every twentieth to come waits for an answer. */
async function addBookings(
  database: Queryable,
  { organiser, eventType }: MadeOrganiser,
  { from, to }: { from: number; to: number },
  now: Date,
): Promise<void> {
  await database.query(sql`
    insert into bookings (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by,
      created_at, requested_at, proven_at, confirmed_at, expires_at, attendee_id, attendee_name, attendee_email,
      attendee_phone, attendee_time_zone, attendee_locale, answers, note, agreed_revision)
    select ${organiser.id}, ${eventType.id}, state, starts_at, starts_at + interval '30 minutes',
      tstzrange(starts_at, starts_at + interval '30 minutes'), ${now}::timestamptz, 'attendee', ${now}::timestamptz,
      ${now}::timestamptz, ${now}::timestamptz, case when state <> 'requested' then ${now}::timestamptz end,
      case when state = 'requested' then ${now}::timestamptz + interval '2 hours' end,
      case when state <> 'requested' then person.id end, person.name, person.email, person.phone, 'Europe/Berlin', 'en',
      '{"why": "It is about the knee, the left one."}', 'I may be a few minutes late.', 0
    from (
      select n, date_trunc('day', ${now}::timestamptz at time zone 'UTC') at time zone 'UTC'
          + floor(n / 16.0) * interval '1 day' + interval '9 hours'
          + (n - 16 * floor(n / 16.0)) * interval '30 minutes' as starts_at,
        case when n > 0 then case when n % 20 = 0 then 'requested' else 'confirmed' end
          when n % 11 = 0 then 'no_show' when n % 7 = 0 then 'cancelled' else 'completed' end as state
      from generate_series(${from}::integer, ${to}::integer) n
    ) slots
    join (
      select id, name, email, phone, row_number() over (order by email) - 1 as n, count(*) over () as people
      from attendees where organiser_id = ${organiser.id}
    ) person on person.n = abs(slots.n) % person.people`);
}

async function addHistory(database: Queryable, organiserId: string): Promise<void> {
  await database.query(sql`
    insert into booking_history (booking_id, at, actor, state, starts_at, ends_at, clashing)
    select id, changed_at, changed_by, state, starts_at, ends_at, clashing
    from bookings where organiser_id = ${organiserId}`);
}
