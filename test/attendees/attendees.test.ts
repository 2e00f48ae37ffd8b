// Records of people: found, counted, merged, and nobody else's.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type ApiClient, apiClient, call } from '../organisers/api-client.ts';
import { book } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { appointment } from './people.ts';

let service: TestService;
let made: MadeOrganiser;
let api: ApiClient;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  api = await apiClient(service, made.organiser.id);
});

afterAll(() => service.close());

test('an attendee’s visits, no-shows and next appointment are counted', async () => {
  const email = 'lea@example.org';
  await appointment(service, made, '2026-10-01T09:00:00Z', { email });
  await appointment(service, made, '2026-10-08T09:00:00Z', { email });
  await appointment(service, made, '2026-10-15T09:00:00Z', { email, state: 'no_show' });
  await appointment(service, made, '2026-10-22T09:00:00Z', { email, state: 'cancelled' });
  await appointment(service, made, '2026-12-01T09:00:00Z', { email, state: 'confirmed' });

  const { body } = await api('GET', '/api/me/attendees');

  expect(body['attendees']).toMatchObject([
    {
      email,
      visits: 2,
      noShows: 1,
      firstVisitAt: '2026-10-01T09:00:00.000Z',
      lastVisitAt: '2026-10-08T09:00:00.000Z',
      nextBookingAt: '2026-12-01T09:00:00.000Z',
    },
  ]);
});

test('the list goes on page by page, by name, and each is shown once', async () => {
  for (const [hour, name] of ['Cem', 'ada', 'Ada', 'Bo', 'Dee'].entries())
    await appointment(service, made, `2026-10-01T1${hour}:00:00Z`, { name });

  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await api('GET', `/api/me/attendees?limit=2${from}`);
    names.push(...(body['attendees'] as { name: string }[]).map(({ name }) => name));
    cursor = body['nextCursor'] as string | null;
  }

  expect(names.map((name) => name.toLowerCase())).toEqual(['ada', 'ada', 'bo', 'cem', 'dee']);
});

test.each([
  ['a name', 'ADA L'],
  ['an address', 'lovelace@'],
  ['a telephone number', '030 / 12 34'],
])('attendees are found by part of %s', async (_, search) => {
  await appointment(service, made, '2026-10-01T09:00:00Z', {
    name: 'Ada Lovelace',
    email: 'ada.lovelace@example.org',
    phone: '+49301234567',
  });
  await appointment(service, made, '2026-10-01T10:00:00Z', { name: 'Grace', phone: '+4940999' });

  const { body } = await api('GET', `/api/me/attendees?q=${encodeURIComponent(search)}`);

  expect(body['attendees']).toMatchObject([{ name: 'Ada Lovelace' }]);
});

test('what means something to the database means nothing in a search', async () => {
  await appointment(service, made, '2026-10-01T09:00:00Z', { name: 'Ada' });

  const { body } = await api('GET', '/api/me/attendees?q=%25');

  expect(body['attendees']).toEqual([]);
});

test('a cursor that no answer gave is a fault of the question', async () => {
  const reply = await api('GET', '/api/me/attendees?cursor=abc');

  expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'cursor' }] } });
});

test('a note is kept, and an empty one is none', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  const path = `/api/me/attendees/${attendeeId}`;

  const noted = await api('PATCH', path, { note: ' Likes mornings ' });
  const cleared = await api('PATCH', path, { note: '  ' });

  expect(noted.body['note']).toBe('Likes mornings');
  expect(cleared.body['note']).toBeNull();
});

test('two records of one person become one, with the bookings of both', async () => {
  const { kept, other } = await twoRecords();

  const { body } = await api('POST', `/api/me/attendees/${kept}/merge`, {
    with: other,
    email: 'new@example.org',
  });

  expect(body).toMatchObject({
    id: kept,
    name: 'Lea New',
    email: 'new@example.org',
    formerAddresses: ['old@example.org'],
    phone: '+4930123',
    visits: 2,
  });
  expect((await api('GET', `/api/me/attendees/${other}`)).status).toBe(404);
});

test('who books by a former address is still the same person', async () => {
  const { kept, other } = await twoRecords();
  await api('POST', `/api/me/attendees/${kept}/merge`, { with: other, email: 'old@example.org' });

  await book(service, made, '2026-11-24T10:00:00+01:00', { email: 'New@example.org' });
  await service.settle();
  const { body } = await api('GET', '/api/me/attendees');

  expect(body['attendees']).toMatchObject([
    { id: kept, email: 'old@example.org', nextBookingAt: '2026-11-24T09:00:00.000Z' },
  ]);
});

test('a request by a former address is told as of the person, with all visits', async () => {
  const { kept, other } = await twoRecords();
  await api('POST', `/api/me/attendees/${kept}/merge`, { with: other, email: 'old@example.org' });
  const asking = await addEventType(service, made.organiser.id, { confirmation: 'email' });
  const { body: requested } = await book(
    service,
    { ...made, eventType: asking },
    '2026-11-24T10:00:00+01:00',
    { email: 'new@example.org' },
  );

  const { body } = await api('GET', `/api/me/bookings/${requested.id}`);

  expect(body).toMatchObject({ state: 'requested', attendee: { visits: 2 } });
});

test('a merged record can be merged again, the other way round', async () => {
  const { kept, other } = await twoRecords();
  await api('POST', `/api/me/attendees/${kept}/merge`, { with: other, email: 'new@example.org' });
  const third = await appointment(service, made, '2026-10-03T09:00:00Z', {
    email: 'third@example.org',
  });

  const { body } = await api('POST', `/api/me/attendees/${third.attendeeId}/merge`, {
    with: kept,
    email: 'new@example.org',
  });

  expect(body).toMatchObject({
    id: third.attendeeId,
    email: 'new@example.org',
    formerAddresses: ['old@example.org', 'third@example.org'],
    visits: 3,
  });
});

test('a record is not merged with itself, nor under an address of neither', async () => {
  const { kept, other } = await twoRecords();
  const path = `/api/me/attendees/${kept}/merge`;

  const itself = await api('POST', path, { with: kept, email: 'old@example.org' });
  const foreign = await api('POST', path, { with: other, email: 'third@example.org' });

  expect(itself).toMatchObject({ status: 400, body: { errors: [{ field: 'with' }] } });
  expect(foreign).toMatchObject({ status: 400, body: { errors: [{ field: 'email' }] } });
});

test('another organiser’s attendees do not exist, whatever one would do with them', async () => {
  const stranger = await apiClient(service, (await makeOrganiser(service)).organiser.id);
  const { kept, other } = await twoRecords();
  const path = `/api/me/attendees/${kept}`;

  const list = await stranger('GET', '/api/me/attendees?q=lea');
  const replies = [
    await stranger('GET', path),
    await stranger('PATCH', path, { note: 'mine' }),
    await stranger('POST', `${path}/merge`, { with: other, email: 'new@example.org' }),
    await stranger('GET', `${path}/export`),
    await stranger('DELETE', `${path}?cancelUpcoming=true`),
  ];

  expect(list.body['attendees']).toEqual([]);
  expect(replies.map(({ status }) => status)).toEqual(Array(5).fill(404));
  expect((await api('GET', path)).body).toMatchObject({ id: kept, note: null });
});

test('one’s own attendee cannot be merged with another organiser’s', async () => {
  const strange = await makeOrganiser(service);
  const theirs = await appointment(service, strange, '2026-10-01T09:00:00Z');
  const { kept } = await twoRecords();

  const reply = await api('POST', `/api/me/attendees/${kept}/merge`, {
    with: theirs.attendeeId,
    email: 'old@example.org',
  });

  expect(reply.status).toBe(404);
});

test.each([
  ['GET', '/api/me/attendees'],
  ['GET', '/api/me/attendees/all.csv'],
  ['GET', '/api/me/attendees/bookings.csv'],
  ['GET', '/api/me/numbers'],
  ['GET', '/api/me/numbers/weeks.csv'],
  ['GET', '/api/me/attendees/x'],
  ['PATCH', '/api/me/attendees/x'],
  ['POST', '/api/me/attendees/x/merge'],
  ['DELETE', '/api/me/attendees/x'],
  ['GET', '/api/me/attendees/x/export'],
  ['GET', '/api/me/privacy'],
  ['PATCH', '/api/me/privacy'],
  ['GET', '/api/me/privacy/receipts'],
  ['GET', '/api/me/privacy/receipts/x'],
])('%s %s asks who is calling before anything else', async (method, path) => {
  const reply = await call(service, null, method, path, method === 'GET' ? undefined : {});

  expect(reply).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
});

async function twoRecords(): Promise<{ kept: string; other: string }> {
  const old = { email: 'old@example.org', name: 'Lea Old', phone: '+4930123' };
  const renewed = { email: 'new@example.org', name: 'Lea New' };
  const kept = await appointment(service, made, '2026-10-01T09:00:00Z', old);
  const other = await appointment(service, made, '2026-10-02T09:00:00Z', renewed);
  return { kept: kept.attendeeId, other: other.attendeeId };
}
