// With thousands of bookings, a page reads what it shows and little more: counted in rows and in questions, not in time.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listAhead, listMeetings, listUndecidedIds } from '../../src/agenda/day-queries.ts';
import { gatherList } from '../../src/agenda/gather-list.ts';
import type { Queryable, Transaction } from '../../src/database/database.ts';
import { sql } from '../../src/database/sql.ts';
import { listOwnBookings } from '../../src/organisers/own-booking-queries.ts';
import { shownStates } from '../../src/organisers/own-booking.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { type AgendaDesk, openAgendaDesk } from './agenda-desk.ts';

const now = new Date(monday);
const anything = { search: null, eventType: null, standing: null, beyond: null, now };
const count = 10_000;
/** An hour apart. */
const perWeek = 7 * 24;
/** Of a page, of who came before, of the look for a page behind. */
const little = 500;

let service: TestService;
let desk: AgendaDesk;
let organiserId: string;

beforeAll(async () => {
  service = await startTestService();
  desk = await openAgendaDesk(service);
  organiserId = desk.made.organiser.id;
  await desk.insertMany(count);
  await desk.insert({ name: 'Clashing', startsAt: '2026-11-24T09:15:00Z', isClashing: true });
  await desk.insert({
    name: 'Asking',
    state: 'requested',
    startsAt: '2027-03-01T09:40:00Z',
    minutes: 20,
  });
  await service.parts.database.query(sql`analyze bookings`);
});

afterAll(() => service.close());

test.each(['upcoming', 'past'] as const)(
  'a page of %s bookings reads little of what there is, and asks thrice',
  async (list) => {
    const read = await reading((database) => gatherList(database, organiserId, list, anything));

    expect(read.result.bookings).toHaveLength(50);
    expect(read.result.next).not.toBeNull();
    expect(read.questions).toBe(3);
    expect(read.rows).toBeLessThan(little * 4);
  },
);

test('a page far from the beginning reads no more than the first', async () => {
  const beyond = new Date('2026-07-01T00:00:00Z');

  const read = await reading((database) =>
    gatherList(database, organiserId, 'past', { ...anything, beyond }),
  );

  expect(read.result.bookings[0]!.startsAt.toISOString()).toBe('2026-06-30T23:00:00.000Z');
  expect(read.rows).toBeLessThan(little * 4);
});

test('a search reads each of the organiser’s bookings once at most', async () => {
  const read = await reading((database) =>
    gatherList(database, organiserId, 'past', { ...anything, search: 'P9999' }),
  );

  expect(read.result.bookings.map(({ attendee }) => attendee?.name)).toEqual(['P9999']);
  expect(read.rows).toBeLessThan(count * 1.2);
});

test('a week, however long ago, reads that week', async () => {
  const week = { from: new Date('2026-06-01T00:00:00Z'), to: new Date('2026-06-08T00:00:00Z') };
  const filter = { ...week, states: shownStates, limit: 2000 };

  const read = await reading((database) => listOwnBookings(database, organiserId, filter, now));

  expect(read.result).toHaveLength(perWeek);
  expect(read.rows).toBeLessThan(perWeek * 25);
});

test('what waits for an answer, whom it meets and what comes next are found without reading all', async () => {
  const undecided = await reading((database) => listUndecidedIds(database, organiserId, now, 100));
  const meetings = await reading((database) => listMeetings(database, organiserId, now));
  const ahead = await reading((database) =>
    listAhead(database, organiserId, { from: now, limit: 300 }, now),
  );

  expect(undecided.result).toHaveLength(2);
  expect(undecided.rows).toBeLessThan(20);
  expect(meetings.result).toHaveLength(1);
  expect(meetings.rows).toBeLessThan(20);
  expect(ahead.result).toHaveLength(300);
  expect(ahead.rows).toBeLessThan(1000);
});

test('the day’s page and the lists’ are there with all of them', async () => {
  const day = await desk.visitor.open('/organiser');
  const list = await desk.visitor.open('/organiser/bookings');

  expect(day.text).toContain('bookings today');
  expect(list.text).toContain('Later');
});

/** What `work` reads of bookings, in rows, and how often it asks. */
async function reading<Result>(
  work: (database: Queryable) => Promise<Result>,
): Promise<{ result: Result; rows: number; questions: number }> {
  return service.parts.database.transaction(async (transaction) => {
    let questions = 0;
    const counting: Queryable = {
      query: (statement) => {
        questions += 1;
        return transaction.query(statement);
      },
    };
    // from the sixth time on Postgres may keep a plan that knows no values
    for (let times = 0; times < 6; times += 1) await work(transaction);
    const before = await rowsRead(transaction);
    const result = await work(counting);
    return { result, rows: (await rowsRead(transaction)) - before, questions };
  });
}

async function rowsRead(transaction: Transaction): Promise<number> {
  const [row] = await transaction.query<{ rows: string }>(sql`
    select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows
    from pg_stat_xact_user_tables where relname = 'bookings'`);
  return Number(row?.rows ?? 0);
}
