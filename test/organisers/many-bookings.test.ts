// With a thousand bookings to come and ten thousand past, every page and file asks no more questions of the database than
// with a handful, and no page grows without bound.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { countQueries, type QueryCount } from '../support/count-queries.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { addMany, type Many } from '../support/many.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const thousands = { upcoming: 1000, past: 10_000, people: 1000 };
const handful = { upcoming: 20, past: 20, people: 10 };
const mostBytes = 400_000;
/** Where a list goes on, the way back is asked for too. */
const toGoOn = 1;

type Side = {
  made: MadeOrganiser;
  visitor: Visitor;
  api: ApiClient;
  attendeeId: string;
  bookingId: string;
};

let service: TestService;
let queries: QueryCount;
let large: Side;
let small: Side;

beforeAll(async () => {
  service = await startTestService();
  large = await open(thousands);
  small = await open(handful);
  await service.settle();
  queries = countQueries(service);
}, 120_000);

afterAll(async () => {
  queries.stop();
  await service.close();
});

describe.each<[string, (side: Side) => string]>([
  ['the day', () => '/organiser'],
  ['the week', () => '/organiser/calendar'],
  ['the month', () => '/organiser/calendar?view=month'],
  ['the list of bookings to come', () => '/organiser/bookings'],
  ['the list of past ones', () => '/organiser/bookings/past'],
  ['the list of cancelled ones', () => '/organiser/bookings/cancelled'],
  ['a search for a booking', () => '/organiser/bookings/past?q=person'],
  ['a booking', ({ bookingId }) => `/organiser/bookings/${bookingId}`],
  ['moving a booking', ({ bookingId }) => `/organiser/bookings/${bookingId}/move`],
  ['booking for somebody', () => '/organiser/book'],
  ['the list of attendees', () => '/organiser/attendees'],
  ['a search for an attendee', () => '/organiser/attendees?q=person'],
  ['an attendee', ({ attendeeId }) => `/organiser/attendees/${attendeeId}`],
  ['merging an attendee', ({ attendeeId }) => `/organiser/attendees/${attendeeId}/merge?q=person`],
  ['erasing an attendee', ({ attendeeId }) => `/organiser/attendees/${attendeeId}/erase`],
  ['privacy', () => '/organiser/privacy'],
  ['two years of numbers', () => '/organiser/numbers?from=2025-01-01&to=2026-12-31'],
  ['why a time is not offered', () => '/organiser/why?eventType=visit&date=2026-11-24&time=10:00'],
  ['the hours', () => '/organiser/hours'],
  ['the event types', () => '/organiser/event-types'],
  ['an event type', () => '/organiser/event-types/visit'],
  ['the connections', () => '/organiser/calendars'],
  ['the profile', () => '/organiser/profile'],
])('%s', (_, pathOf) => {
  test('asks as much with many bookings as with few', async () => {
    const few = await least(() => shown(small, pathOf(small)));
    const many = await least(() => shown(large, pathOf(large)));

    expect(many.length).toBeLessThanOrEqual(few.length + toGoOn);
  });

  test('stays a page that loads at once', async () => {
    const { text } = await shown(large, pathOf(large));

    expect(Buffer.byteLength(text)).toBeLessThan(mostBytes);
  });
});

test.each([
  '/api/me/bookings',
  '/api/me/bookings?limit=1000',
  '/api/me/agenda?from=2026-11-23&to=2026-12-31',
  '/api/me/attendees?limit=200',
  '/api/me/numbers?from=2025-01-01&to=2026-12-31',
])('%s asks as much with many bookings as with few', async (path) => {
  const few = await least(() => small.api('GET', path));
  const many = await least(() => large.api('GET', path));

  expect(many.length).toBeLessThanOrEqual(few.length + toGoOn);
});

test.each([
  ['/organiser/attendees/all.csv', 1000],
  ['/organiser/attendees/bookings.csv', 11_000],
  ['/organiser/numbers/bookings.csv?from=2025-01-01&to=2026-12-31', 10_000],
  ['/organiser/numbers/weeks.csv?from=2025-01-01&to=2026-12-31', 100],
])('%s holds all of it, with as few questions', async (path, lines) => {
  const few = await least(() => shown(small, path));
  const many = await least(() => shown(large, path));
  const { text } = await shown(large, path);

  expect(many.length).toBeLessThanOrEqual(few.length + toGoOn);
  expect(text.split('\r\n').length).toBeGreaterThan(lines);
});

async function open(many: Many): Promise<Side> {
  const made = await makeOrganiser(service, { eventType: { slug: 'visit' } });
  await addEventType(service, made.organiser.id);
  await addMany(service, made, many);
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  const api = await apiClient(service, made.organiser.id);
  const [row] = await service.parts.database.query<{ bookingId: string; attendeeId: string }>(sql`
    select id as "bookingId", attendee_id as "attendeeId" from bookings
    where organiser_id = ${made.organiser.id} and state = 'confirmed' order by starts_at limit 1`);
  return { made, visitor, api, ...row! };
}

async function shown({ visitor }: Side, path: string) {
  const page = await visitor.open(path);
  expect([path, page.status]).toEqual([path, 200]);
  return page;
}

/** Of several tries, for jobs that run by themselves ask questions too; the first is to fill what is kept. */
async function least(work: () => Promise<unknown>): Promise<string[]> {
  await work();
  const tries = [
    await queries.during(work),
    await queries.during(work),
    await queries.during(work),
  ];
  return tries.toSorted((one, other) => one.length - other.length)[0]!;
}
