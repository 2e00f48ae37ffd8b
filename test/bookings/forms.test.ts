// What a form may say, and a form that is sent again.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { attendee, book, call, hold, tokenOf } from '../support/attendee.ts';
import { type Desk, openDesk, ten, two } from '../support/desk.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let desk: Desk;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
  desk = openDesk(service, made);
});

afterAll(() => service.close());

test('the same Idempotency-Key gives the same booking, also after it was cancelled; another body is refused', async () => {
  const body = {
    organiser: made.organiser.handle,
    eventType: made.eventType.slug,
    start: ten,
    attendee: attendee(),
  };
  const key = { 'Idempotency-Key': `key-${made.organiser.handle}` };
  const first = await call(service, 'POST', '/api/bookings', body, key);
  await call(service, 'POST', `/api/bookings/${tokenOf(first.body.manageUrl)}/cancel`, {});

  const replay = await call(service, 'POST', '/api/bookings', body, key);
  const other = await call(service, 'POST', '/api/bookings', { ...body, start: two }, key);

  expect(first.status).toBe(201);
  expect(replay).toMatchObject({ status: 200, body: { id: first.body.id, state: 'cancelled' } });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
});

test('an address with three unproven requests gets no fourth mail', async () => {
  const email = `flood-${made.organiser.handle}@example.org`;
  for (const hour of ['10', '11', '12'])
    await book(service, made, `2026-11-24T${hour}:00:00+01:00`, { email });

  const fourth = await book(service, made, '2026-11-24T13:00:00+01:00', { email });

  expect(fourth).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
});

test('every fault of a form is named at once, and nothing is booked', async () => {
  const held = await hold(service, made, ten);

  const answer = await desk.request(held, {
    name: '',
    email: 'nowhere',
    timeZone: 'Mars/Base',
    age: 999,
    colour: 'red',
  });

  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'attendee.age',
    'attendee.colour',
    'attendee.email',
    'attendee.name',
    'attendee.timeZone',
  ]);
});

test('what is not JSON, or not even that, is told apart', async () => {
  const post = (type: string, body: string) =>
    fetch(`${service.url}/api/bookings`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });

  const [xml, torn, huge] = await Promise.all([
    post('application/xml', '<a/>'),
    post('application/json', '{"hold":'),
    post('application/json', JSON.stringify({ note: 'x'.repeat(100_000) })),
  ]);

  expect([xml.status, torn.status, huge.status]).toEqual([415, 400, 413]);
});
