// What nobody should send is refused for what it is, in words, and is never a fault of ours.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { attendee, book, call, tokenOf } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  made = await makeOrganiser(service);
});

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';
const json = { 'Content-Type': 'application/json' };

test.each([
  '/api/organisers/a%00b',
  '/api/organisers/a%00/event-types/b/slots?from=2026-11-24&to=2026-11-24&timeZone=UTC',
  '/a%00/b',
  '/assets/%00',
])('a NUL character in %s is bad input', async (path) => {
  const answer = await call(service, 'GET', path);

  expect(answer.status).toBe(400);
});

test.each(['/api/organisers/%E0%A4%A', '/api/organisers/%', '/%', '/bookings/%', '/confirm/%00'])(
  '%s leads nowhere',
  async (path) => {
    const answer = await call(service, 'GET', path);

    expect(answer.status).toBe(404);
  },
);

test('control characters in a word or a reason are named by their field', async () => {
  const { body } = await book(service, made, ten);
  const cancel = `/api/bookings/${tokenOf(body.manageUrl)}/cancel`;

  const answers = await Promise.all([
    post('/api/holds', { organiser: 'a\0', eventType: 'b', start: ten }),
    post('/api/bookings', { organiser: 'a\0', eventType: 'b', start: ten, attendee: attendee() }),
    post(cancel, { reason: 'a\0' }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect(answers.map((answer) => answer.body.errors[0].field)).toEqual([
    'organiser',
    'organiser',
    'reason',
  ]);
});

test.each(['2026-11-24T10:00:30+01:00', '2026-11-24T10:00:00.001+01:00'])(
  'a start between two minutes (%s) is not on offer',
  async (start) => {
    const { body } = await book(service, made, '2026-11-24T14:00:00+01:00');

    const held = await post('/api/holds', { ...slotOf(made), start });
    const moved = await post(`/api/bookings/${tokenOf(body.manageUrl)}/reschedule`, { start });

    for (const answer of [held, moved])
      expect(answer).toMatchObject({ status: 409, body: { code: 'slot_not_offered' } });
  },
);

test.each([
  ['0000-01-01T00:00:00Z', 409],
  ['9999-12-31T23:59:59-23:59', 409],
  ['2026-02-30T10:00:00Z', 400],
  ['2026-11-24T10:00:00', 400],
  [1_795_000_000, 400],
  [[ten], 400],
])('a hold that starts at %j is answered with %i', async (start, status) => {
  const answer = await post('/api/holds', { ...slotOf(made), start });

  expect(answer.status).toBe(status);
});

test('a booking without hold, slot or attendee hears of all of them', async () => {
  const answer = await post('/api/bookings', {});

  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'attendee',
    'organiser',
    'eventType',
    'start',
  ]);
});

test('what is of the wrong kind is not said to be missing, and is said once', async () => {
  const answer = await post('/api/bookings', {
    ...slotOf(made),
    start: ten,
    attendee: attendee({ name: 5, age: 1e300 }),
  });

  expect(answer.body.errors).toEqual([
    { field: 'attendee.name', message: 'This must be text.' },
    { field: 'attendee.age', message: 'Please give a whole number of years, up to 130.' },
  ]);
});

test.each(['en-_', '__', '12', 'en-'])('%s is no language', async (locale) => {
  const answer = await book(service, made, ten, { locale });

  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'attendee.locale' }] } });
});

test('a POST that needs nothing may come without a body', async () => {
  const { body } = await book(service, made, ten);

  const cancelled = await call(service, 'POST', `/api/bookings/${tokenOf(body.manageUrl)}/cancel`);

  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
});

test.each([
  ['a torn gzip', { ...json, 'Content-Encoding': 'gzip' }, '{}', 400],
  ['an unknown encoding', { ...json, 'Content-Encoding': 'foo' }, '{}', 415],
  ['a bare string', json, '"x"', 400],
  ['a list', json, '[]', 400],
  ['__proto__', json, '{"__proto__": {"organiser": "x"}}', 400],
  ['plain text', { 'Content-Type': 'text/plain' }, '{}', 415],
])('%s in place of JSON is a problem, told as one', async (_, headers, body, status) => {
  const response = await fetch(`${service.url}/api/holds`, { method: 'POST', headers, body });

  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
});

test('JSON is taken with a charset, and a repeated parameter is bad input', async () => {
  const { organiser, eventType } = made;
  const slots = `/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots`;

  const held = await fetch(`${service.url}/api/holds`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ ...slotOf(made), start: ten }),
  });
  const twice = await call(
    service,
    'GET',
    `${slots}?from=2026-11-24&from=2026-11-25&to=2026-11-25&timeZone=UTC`,
  );

  expect(held.status).toBe(201);
  expect(twice).toMatchObject({ status: 400, body: { errors: [{ field: 'from' }] } });
});

test('a POST from another site’s page is refused', async () => {
  const answer = await call(service, 'POST', '/api/holds', {}, { Origin: 'https://example.org' });

  expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

function post(path: string, body: object) {
  return call(service, 'POST', path, body);
}

function slotOf({ organiser, eventType }: MadeOrganiser) {
  return { organiser: organiser.handle, eventType: eventType.slug };
}
