// What time alone does: expire, complete, tell, erase.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { takeHold } from '../../src/bookings/hold-queries.ts';
import { sweepBookings } from '../../src/bookings/sweep-bookings.ts';
import { sql } from '../../src/database/sql.ts';
import type { EventType } from '../../src/event-types/event-type.ts';
import { attendee, book, call } from '../support/attendee.ts';
import { holdRow } from '../support/hold-row.ts';
import { makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterEach(() => service.inbox.accept());

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';
const minutes = (count: number) => count * 60_000;
const hours = (count: number) => minutes(60 * count);

test('who must wait for the mail server hears only once that the request ran out', async () => {
  const { id, email } = await requestOf({ confirmation: 'email' });
  await service.settle();
  service.clock.advance(minutes(31));
  service.inbox.refuse();

  for (let time = 1; time <= 3; time += 1) await sweepBookings(service.parts);
  await until(async () => (await stateOf(id)) === 'expired', 'the request has expired');
  const [row] = await service.parts.database.query<{ count: number }>(sql`
    select count(*)::integer as count from jobs.job
    where name = 'send-mail' and data ->> 'bookingId' = ${id} and data ->> 'message' = 'expired'`);
  service.inbox.accept();
  await service.inbox.waitFor(({ subject }) => subject.startsWith('Not booked'), 30_000);

  expect(row!.count).toBe(1);
  expect(subjectsTo(email).filter((subject) => subject.startsWith('Not booked'))).toHaveLength(1);
}, 60_000);

test('a proven request that nobody answered by its start is told of all the same', async () => {
  const { email } = await requestOf({ confirmation: 'approval' });
  await prove(email);
  service.clock.set('2026-11-24T09:00:00Z');

  await sweepBookings(service.parts);
  await service.settle();

  expect(subjectsTo(email).at(-1)).toMatch(/^Not booked/);
});

test('a visit keeps its buffer to itself until that is over', async () => {
  const { id } = await requestOf({ confirmation: 'instant', bufferAfterMinutes: 30 });

  service.clock.set('2026-11-24T09:59:00Z');
  await sweepBookings(service.parts);
  const during = await stateOf(id);
  service.clock.set('2026-11-24T10:00:00Z');
  await sweepBookings(service.parts);

  expect([during, await stateOf(id)]).toEqual(['confirmed', 'completed']);
});

test('a form is erased only under its organiser’s lock', async () => {
  const { id, organiserId } = await requestOf({ confirmation: 'email' });
  service.clock.advance(minutes(31));
  await sweepBookings(service.parts);
  service.clock.advance(hours(25));

  let sweep: Promise<void> | undefined;
  const during = await service.parts.database.transaction(async (transaction) => {
    await transaction.query(sql`select lock_organiser(${organiserId})`);
    sweep = sweepBookings(service.parts);
    await until(isSomebodyWaiting, 'the sweep waits for the lock');
    return nameOf(id);
  });
  await sweep;

  expect(during).toBe('Lea Attendee');
  expect(await nameOf(id)).toBeNull();
});

test('who the client was is forgotten when the hour of its limits is over', async () => {
  const { id } = await requestOf({ confirmation: 'instant' });
  await service.parts.database.query(sql`update bookings set client = 'somebody' where id = ${id}`);

  service.clock.advance(minutes(59));
  await sweepBookings(service.parts);
  const during = await clientOf(id);
  service.clock.advance(minutes(1));
  await sweepBookings(service.parts);

  expect([during, await clientOf(id)]).toEqual(['somebody', null]);
  expect(await stateOf(id)).toBe('confirmed');
});

test('a hold keeps its client as long as it counts for the limit', async () => {
  const made = await makeOrganiser(service);
  const row = holdRow(made, { hour: 10, client: 'somebody' });
  await takeHold(service.parts.database, row, service.clock());

  await sweepBookings(service.parts);
  const during = await clientOf(row.id);
  service.clock.advance(minutes(75));
  await sweepBookings(service.parts);
  const stale = await clientOf(row.id);
  service.clock.advance(minutes(60));
  await sweepBookings(service.parts);

  expect([during, stale, await clientOf(row.id)]).toEqual(['somebody', 'somebody', null]);
});

async function requestOf(eventType: Partial<EventType>) {
  const made = await makeOrganiser(service, { eventType });
  const person = attendee();
  const { body } = await book(service, made, ten, person);
  return { id: body.id as string, email: person.email, organiserId: made.organiser.id };
}

async function prove(email: string) {
  const mail = await service.inbox.waitFor(({ envelope }) => envelope.to.includes(email));
  const token = /\/confirm\/([\w-]+)/.exec(mail.text)![1]!;
  return call(service, 'POST', '/api/bookings/confirm', { token });
}

async function isSomebodyWaiting(): Promise<boolean> {
  const rows = await service.parts.database.query(sql`
    select pid from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`);
  return rows.length > 0;
}

async function stateOf(id: string): Promise<string> {
  const [row] = await service.parts.database.query<{ state: string }>(
    sql`select state from bookings where id = ${id}`,
  );
  return row!.state;
}

async function clientOf(id: string): Promise<string | null> {
  const [row] = await service.parts.database.query<{ client: string | null }>(
    sql`select client from bookings where id = ${id}`,
  );
  return row!.client;
}

async function nameOf(id: string): Promise<string | null> {
  const [row] = await service.parts.database.query<{ name: string | null }>(
    sql`select attendee_name as name from bookings where id = ${id}`,
  );
  return row!.name;
}

function subjectsTo(email: string): string[] {
  return service.inbox.to(email).map(({ subject }) => subject);
}
