import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { type ApiClient, apiClient, call } from './api-client.ts';

let service: TestService;
let owner: MadeOrganiser;
let mine: ApiClient;
let stranger: ApiClient;
let bookingId: string;

beforeAll(async () => {
  service = await startTestService();
  owner = await makeOrganiser(service, { eventType: { slug: 'private', title: 'Private' } });
  mine = await apiClient(service, owner.organiser.id);
  stranger = await apiClient(service, (await makeOrganiser(service)).organiser.id);
  bookingId = await insertBooking();
});

afterAll(() => service.close());

test.each([
  ['GET', '/api/me'],
  ['PATCH', '/api/me'],
  ['GET', '/api/me/availability'],
  ['PUT', '/api/me/availability'],
  ['GET', '/api/me/event-types'],
  ['POST', '/api/me/event-types'],
  ['GET', '/api/me/event-types/private'],
  ['PATCH', '/api/me/event-types/private'],
  ['DELETE', '/api/me/event-types/private'],
  ['GET', '/api/me/event-types/private/why'],
  ['GET', '/api/me/bookings'],
  ['GET', `/api/me/bookings/${randomUUID()}`],
  ['POST', `/api/me/bookings/${randomUUID()}/cancel`],
  ['POST', `/api/me/bookings/${randomUUID()}/reschedule`],
  ['POST', `/api/me/bookings/${randomUUID()}/approve`],
  ['POST', `/api/me/bookings/${randomUUID()}/decline`],
  ['POST', `/api/me/bookings/${randomUUID()}/no-show`],
  ['POST', `/api/me/bookings/${randomUUID()}/complete`],
  ['POST', `/api/me/bookings/${randomUUID()}/publish`],
  ['PATCH', `/api/me/bookings/${randomUUID()}`],
  ['POST', '/api/me/bookings'],
  ['GET', '/api/me/calendars'],
  ['PATCH', '/api/me/calendars'],
  ['GET', '/api/me/api-keys'],
  ['POST', '/api/me/api-keys'],
  ['DELETE', `/api/me/api-keys/${randomUUID()}`],
])('%s %s asks who is calling before anything else', async (method, path) => {
  const reply = await call(service, null, method, path, method === 'GET' ? undefined : {});

  expect(reply).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
});

test('another organiser’s event type does not exist', async () => {
  const path = '/api/me/event-types/private';

  const replies = [
    await stranger('GET', path),
    await stranger('PATCH', path, { title: 'Taken over' }),
    await stranger('DELETE', path),
  ];

  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await mine('GET', path)).body['title']).toBe('Private');
});

test('another organiser’s booking does not exist, whatever one would do with it', async () => {
  const path = `/api/me/bookings/${bookingId}`;

  const replies = [
    await stranger('GET', path),
    await stranger('POST', `${path}/cancel`, {}),
    await stranger('POST', `${path}/reschedule`, { start: '2026-11-24T10:00:00Z' }),
    await stranger('POST', `${path}/approve`),
    await stranger('POST', `${path}/decline`),
    await stranger('POST', `${path}/no-show`),
    await stranger('POST', `${path}/complete`),
    await stranger('POST', `${path}/publish`),
    await stranger('PATCH', path, { note: 'Mine' }),
  ];

  expect(replies.map(({ status }) => status)).toEqual(Array(9).fill(404));
  expect((await mine('GET', path)).body).toMatchObject({ id: bookingId, state: 'confirmed' });
});

test('lists hold one’s own only', async () => {
  const texts = [
    JSON.stringify((await stranger('GET', '/api/me/bookings')).body),
    JSON.stringify((await stranger('GET', '/api/me/event-types')).body),
    JSON.stringify((await stranger('GET', '/api/me/calendars')).body),
    JSON.stringify((await stranger('GET', '/api/me/api-keys')).body),
  ].join();

  expect(texts).not.toContain(bookingId);
  expect(texts).not.toContain('Private');
  expect(texts).not.toContain(owner.email);
});

test('another organiser’s calendar can be neither ticked nor written to', async () => {
  const { body } = await mine('GET', '/api/me/calendars');
  const [calendar] = body['calendars'] as { id: string }[];

  const reply = await stranger('PATCH', '/api/me/calendars', {
    busy: [calendar!.id],
    booking: calendar!.id,
  });

  expect(reply.status).toBe(400);
  expect(reply.body['errors']).toMatchObject([{ field: 'busy' }, { field: 'booking' }]);
});

test('another organiser’s API key cannot be deleted', async () => {
  const { body } = await mine('POST', '/api/me/api-keys', { name: 'kept' });

  const reply = await stranger('DELETE', `/api/me/api-keys/${String(body['id'])}`);

  expect(reply.status).toBe(404);
  expect((await call(service, body['key'] as string, 'GET', '/api/me')).status).toBe(200);
});

test('an id that cannot be one is simply not there', async () => {
  expect((await mine('GET', '/api/me/bookings/1')).status).toBe(404);
});

async function insertBooking(): Promise<string> {
  const [row] = await service.parts.database.query<{ id: string }>(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by, created_at,
       requested_at, proven_at, confirmed_at, attendee_name, attendee_email, attendee_time_zone)
    values
      (${owner.organiser.id}, ${owner.eventType.id}, 'confirmed', '2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z',
       '[2026-11-24T09:00:00Z,2026-11-24T09:30:00Z)', now(), 'attendee', now(), now(), now(), now(),
       'Test Attendee', 'attendee@example.com', 'UTC')
    returning id`);
  return row!.id;
}
