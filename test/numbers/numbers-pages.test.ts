import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiClient } from '../organisers/api-client.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { insertPast } from './make-bookings.ts';

let service: TestService;
let made: MadeOrganiser;
let visitor: Visitor;
let stranger: Visitor;

beforeAll(async () => {
  service = await startTestService();
  made = await makeOrganiser(service, { eventType: { title: '=Visit, "first"' } });
  await insertPast(service, made, '2026-11-17T09:00:00Z');
  await insertPast(service, made, '2026-11-18T09:30:00Z', { state: 'no_show', daysAhead: 0 });
  await insertPast(service, made, '2026-11-19T09:00:00Z', { state: 'cancelled' });
  await insertPast(service, made, '2026-08-03T09:00:00Z');
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  stranger = createVisitor(service);
  await stranger.signIn((await makeOrganiser(service)).email);
});

afterAll(() => service.close());

test('the figures and each picture are told in words too', async () => {
  const { status, text } = await visitor.open('/organiser/numbers');

  expect(status).toBe(200);
  expect(text).toContain('1 of 2</span>');
  expect(text).toContain('1 of 3</span>');
  expect(text).toContain('in the week from 16 Nov: 1.');
  expect(text.match(/<svg\s+class="chart"/g)).toHaveLength(5);
});

test('more weeks show more', async () => {
  const { text } = await visitor.open('/organiser/numbers?weeks=26');

  expect(text).toContain('1 of 3</span>');
  expect(text).toContain('1 of 4</span>');
});

test('any dates can be counted, the last one included', async () => {
  const { text } = await visitor.open('/organiser/numbers?from=2026-11-17&to=2026-11-18');

  expect(text).toContain('value="2026-11-18"');
  expect(text).toContain('1 of 2</span>');
  expect(text).toContain('0 of 2</span>');
});

test('dates that cannot be counted are shown again, with what is wrong', async () => {
  const { status, text } = await visitor.open('/organiser/numbers?from=2026-11-18&to=2026-11-17');

  expect(status).toBe(400);
  expect(text).toContain('value="2026-11-17"');
  expect(text).toContain('href="#field-to"');
});

test('programs get the same numbers as JSON, and the same files', async () => {
  const me = await apiClient(service, made.organiser.id);
  const dates = 'from=2026-11-16&to=2026-11-22';

  const { body } = await me('GET', `/api/me/numbers?${dates}`);
  const half = await me('GET', '/api/me/numbers?from=2026-11-16');

  expect(body).toMatchObject({
    timeZone: 'Europe/Berlin',
    from: '2026-11-16',
    to: '2026-11-22',
    figures: { appointments: 2, over: 2, noShows: 1, confirmed: 3, cancelled: 1 },
    weeks: [{ monday: '2026-11-16', booked: 1, noShows: 1, cancelled: 1, cancelledByAttendee: 1 }],
    eventTypes: [{ booked: 1, noShows: 1, cancelled: 1 }],
  });
  expect(half).toMatchObject({ status: 400, body: { errors: [{ field: 'to' }] } });
});

test.each([
  ['losses', '2026-11-16,1,1,0\r\n'],
  ['event-types', `"'=Visit, ""first""",1,1,1\r\n`],
  ['weeks', '2026-11-16,1,1,1\r\n'],
  ['open-hours', 'Tuesday,10:00,'],
  ['lead-times', 'Same day,1\r\n'],
  ['starts', '10:00,2\r\n'],
])('%s.csv holds the rows of its table', async (name, line) => {
  const { headers, text } = await visitor.open(`/organiser/numbers/${name}.csv`);

  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="${name}-2026-09-07-2026-11-29.csv"`,
  );
  expect(text).toContain(line);
});

test('bookings.csv has a line for each booking, and nothing of the person', async () => {
  const { text } = await visitor.open('/organiser/numbers/bookings.csv');

  expect(text).toContain(
    `2026-11-17T10:00:00+01:00,2026-11-17T10:30:00+01:00,"'=Visit, ""first""",completed,,2026-11-14T10:00:00+01:00,3\r\n`,
  );
  expect(text.trim().split('\r\n')).toHaveLength(4);
  expect(text).not.toContain('Lea');
});

test('another organiser’s bookings are in nobody else’s numbers', async () => {
  const page = await stranger.open('/organiser/numbers');
  const file = await stranger.open('/organiser/numbers/bookings.csv');

  expect(page.text).toContain('Nothing was booked in this time');
  expect(file.text.trim().split('\r\n')).toHaveLength(1);
});

test('there is no file of another name, and nothing without signing in', async () => {
  const odd = await visitor.open('/organiser/numbers/other.csv');
  const out = await createVisitor(service).open('/organiser/numbers/bookings.csv');

  expect(odd.status).toBe(404);
  expect(out.url.pathname).toBe('/organiser/sign-in');
});
