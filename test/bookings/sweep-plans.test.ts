// The sweep comes round every few seconds: what it looks for is found by an index, however many bookings lie behind.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  eraseOutlivedFields,
  listOrganisersToErase,
} from '../../src/attendees/retention-queries.ts';
import {
  deleteOldKeys,
  deleteSpentHolds,
  eraseSpentClients,
  eraseUnprovenForms,
  listDueReminders,
  listOrganisersToSweep,
  listUntoldExpired,
  updateEndedToCompleted,
} from '../../src/bookings/sweep-queries.ts';
import type { Queryable } from '../../src/database/database.ts';
import { sql, type Statement } from '../../src/database/sql.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

const now = new Date('2026-11-23T08:00:00Z');
let many: TestDatabase;

beforeAll(async () => {
  many = await testDatabase({ max: 1 });
  await fill(many.database);
});

afterAll(() => many.drop());

test.each([
  ['organisers with anything to do', listOrganisersToSweep],
  ['requests that ran out', listUntoldExpired],
  ['reminders that are due', listDueReminders],
  ['keys that are used up', deleteOldKeys],
  ['organisers with fields to erase', listOrganisersToErase],
  ['an organiser’s fields to erase', ofOrganiser(eraseOutlivedFields)],
  ['an organiser’s appointments that are over', ofOrganiser(updateEndedToCompleted)],
  ['an organiser’s forms to erase', ofOrganiser(eraseUnprovenForms)],
  ['an organiser’s clients to forget', ofOrganiser(eraseSpentClients)],
  ['an organiser’s spent holds', ofOrganiser(deleteSpentHolds)],
])('%s are found without a look at every row', async (_, query) => {
  const plan: string[] = [];

  await query(explaining(many.database, plan), now);

  expect(plan.filter((line) => /Seq Scan on (bookings|idempotent_requests)/.test(line))).toEqual(
    [],
  );
  expect(plan.some((line) => /Index/.test(line))).toBe(true);
});

type OrganisersQuery = (database: Queryable, organiserId: string, now: Date) => Promise<unknown>;

function ofOrganiser(query: OrganisersQuery) {
  return (database: Queryable, at: Date) => query(database, randomUUID(), at);
}

/** Gives the plan of each statement instead of its rows. */
function explaining({ query }: Queryable, plan: string[]): Queryable {
  return {
    query: async <Row extends object>({ name, text, values }: Statement): Promise<Row[]> => {
      const rows = await query<{ 'QUERY PLAN': string }>({
        name: `explain ${name}`,
        text: `explain ${text}`,
        values,
      });
      plan.push(...rows.map((row) => row['QUERY PLAN']));
      return [];
    },
  };
}

/** 50,000 appointments of ten organisers, a quarter of an hour apart, nearly all of them over. */
async function fill(database: Queryable): Promise<void> {
  await database.query(sql`
    insert into organisers (id, handle, name, email, time_zone, created_at)
    select gen_random_uuid(), 'organiser-' || number, 'Test', 'test@example.com', 'UTC', ${now}::timestamptz
    from generate_series(1, 10) as number`);
  await database.query(sql`
    insert into event_types (organiser_id, slug, title, duration_minutes)
    select id, 'visit', 'Visit', 15 from organisers`);
  await database.query(sql`alter table bookings disable trigger user`);
  await database.query(sql`
    insert into bookings (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by,
      created_at, requested_at, proven_at, confirmed_at, attendee_email)
    select organiser_id, event_type_id, state, at, at + interval '15 minutes', tstzrange(at, at + interval '15 minutes'),
      at - interval '2 days', 'attendee', at - interval '2 days', at - interval '2 days', at - interval '2 days',
      at - interval '2 days', 'attendee@example.com'
    from (
      select e.organiser_id, e.id as event_type_id,
        ${now}::timestamptz + (number - 4900) * interval '15 minutes' as at,
        case when number > 4900 then 'confirmed' when number % 10 = 0 then 'cancelled' else 'completed' end as state
      from event_types e, generate_series(1, 5000) as number
    ) as made`);
  await database.query(sql`
    insert into idempotent_requests (key_hash, body_hash, booking_id, created_at)
    select decode(md5(id::text), 'hex'), '', id, ${now}::timestamptz - row_number() over () * interval '1 second'
    from bookings limit 20000`);
  await database.query(sql`analyze`);
}
