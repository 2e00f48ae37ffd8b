import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { type ApiClient, apiClient, call } from './api-client.ts';

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  me = await apiClient(service, made.organiser.id);
});

afterAll(() => service.close());

test('name, handle, zone and language can be changed; what is not said stays', async () => {
  const handle = `new-${made.organiser.handle}`;

  const reply = await me('PATCH', '/api/me', { handle, timeZone: 'America/New_York' });

  expect(reply).toMatchObject({
    status: 200,
    body: { handle, name: made.organiser.name, timeZone: 'America/New_York' },
  });
  expect((await me('GET', '/api/me')).body).toEqual(reply.body);
});

test('the hours move along with the zone', async () => {
  await me('PATCH', '/api/me', { timeZone: 'America/New_York' });

  const { body } = await me('GET', '/api/me/availability');

  expect(body['timeZone']).toBe('America/New_York');
});

test('every fault of a profile is named at once, and nothing is changed', async () => {
  const reply = await me('PATCH', '/api/me', {
    name: '',
    handle: 'api',
    timeZone: 'Mars/Phobos',
    locale: '???',
    email: 'other@example.com',
  });

  expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(fieldsOf(reply.body)).toEqual(['email', 'handle', 'locale', 'name', 'timeZone']);
});

test('a handle that somebody has, or had, is never given away; one’s own may be taken up again', async () => {
  const other = await makeOrganiser(service);
  const others = await apiClient(service, other.organiser.id);
  const { handle: first } = other.organiser;
  await others('PATCH', '/api/me', { handle: `${first}-b` });

  const had = await me('PATCH', '/api/me', { handle: first });
  const has = await me('PATCH', '/api/me', { handle: `${first}-b` });
  const own = await others('PATCH', '/api/me', { handle: first });

  expect([had.status, has.status, own.status]).toEqual([400, 400, 200]);
  expect(fieldsOf(had.body)).toEqual(['handle']);
});

test('hours are replaced whole', async () => {
  const hours = {
    timeZone: 'Europe/Berlin',
    weekly: [{ weekday: 7, opens: '20:00', closes: '24:00' }],
    overrides: [{ date: '2026-12-24', intervals: [] }],
  };

  const put = await me('PUT', '/api/me/availability', hours);

  expect(put).toMatchObject({ status: 200, body: hours });
  expect((await me('GET', '/api/me/availability')).body).toEqual(hours);
});

test('the same hours can be sent again when one of their dates is past; a past date is not added', async () => {
  const weekly = [{ weekday: 1, opens: '09:00', closes: '17:00' }];
  const hours = { timeZone: 'UTC', weekly, overrides: [{ date: '2026-11-24', intervals: [] }] };
  await me('PUT', '/api/me/availability', hours);
  service.clock.set('2026-11-26T08:00:00Z');

  const again = await me('PUT', '/api/me/availability', hours);
  const added = await me('PUT', '/api/me/availability', {
    ...hours,
    overrides: [...hours.overrides, { date: '2026-11-25', intervals: [] }],
  });

  expect(again).toMatchObject({ status: 200, body: hours });
  expect(added.status).toBe(400);
  expect(fieldsOf(added.body)).toEqual(['overrides.1.date']);
});

test('two changes at once are both kept', async () => {
  const { handle } = made.organiser;
  const hours = (await me('GET', '/api/me/availability')).body;

  await Promise.all([
    me('PATCH', '/api/me', { handle: `${handle}-b` }),
    me('PUT', '/api/me/availability', { ...hours, overrides: [] }),
    me('PATCH', '/api/me', { name: 'Another Name' }),
  ]);

  const { body } = await me('GET', '/api/me');
  expect(body).toMatchObject({ handle: `${handle}-b`, name: 'Another Name' });
});

test('hours with faults change nothing', async () => {
  const before = await me('GET', '/api/me/availability');

  const put = await me('PUT', '/api/me/availability', { timeZone: 'UTC', weekly: [{}] });

  expect(put.status).toBe(400);
  expect(fieldsOf(put.body)).toEqual([
    'overrides',
    'weekly.0.closes',
    'weekly.0.opens',
    'weekly.0.weekday',
  ]);
  expect((await me('GET', '/api/me/availability')).body).toEqual(before.body);
});

test('an event type can be added, read, changed and deleted', async () => {
  const draft = { slug: 'first-visit', title: 'First visit', durationMinutes: 45 };

  const added = await me('POST', '/api/me/event-types', draft);
  const changed = await me('PATCH', '/api/me/event-types/first-visit', { dailyCap: 2 });
  const read = await me('GET', '/api/me/event-types/first-visit');
  const deleted = await me('DELETE', '/api/me/event-types/first-visit');
  const gone = await me('GET', '/api/me/event-types/first-visit');

  expect(added).toMatchObject({
    status: 201,
    body: { ...draft, minimumNoticeMinutes: 60, horizonDays: 60, confirmation: 'email' },
  });
  expect(changed.body).toEqual({ ...added.body, dailyCap: 2 });
  expect(read.body).toEqual(changed.body);
  expect([deleted.status, gone.status]).toEqual([204, 404]);
});

test('two event types of one organiser cannot have the same slug', async () => {
  const draft = { slug: '15min', title: 'Again', durationMinutes: 15 };

  const added = await me('POST', '/api/me/event-types', draft);
  const renamed = await me('PATCH', '/api/me/event-types/30min', { slug: '15min' });

  expect([added.status, renamed.status]).toEqual([400, 400]);
  expect(fieldsOf(added.body)).toEqual(['slug']);
});

test('a key is shown once, works, and stops working when it is deleted', async () => {
  const made = await me('POST', '/api/me/api-keys', { name: 'My program' });
  const key = made.body['key'] as string;

  const listed = await me('GET', '/api/me/api-keys');
  const before = await call(service, key, 'GET', '/api/me');
  const deleted = await call(service, key, 'DELETE', `/api/me/api-keys/${String(made.body['id'])}`);
  const after = await call(service, key, 'GET', '/api/me');

  expect(made.status).toBe(201);
  expect(key).toMatch(/^qh_[\w-]{43}$/);
  expect(JSON.stringify(listed.body)).not.toContain(key);
  expect(listed.body['apiKeys']).toContainEqual(expect.objectContaining({ name: 'My program' }));
  expect([before.status, deleted.status, after.status]).toEqual([200, 204, 401]);
});

test('a key that reads can do nothing else, not even make a key', async () => {
  const { body } = await me('POST', '/api/me/api-keys', { name: 'Reports', scope: 'read' });
  const key = body['key'] as string;

  const read = await call(service, key, 'GET', '/api/me');
  const others = [
    await call(service, key, 'PATCH', '/api/me', { name: 'Other' }),
    await call(service, key, 'POST', '/api/me/api-keys', { name: 'More', scope: 'write' }),
    await call(service, key, 'DELETE', `/api/me/api-keys/${String(body['id'])}`),
  ];

  expect([body['scope'], read.status]).toEqual(['read', 200]);
  expect(others.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(others.map((reply) => reply.body['code'])).toEqual(Array(3).fill('forbidden'));
});

test('when a key was used last is kept to the minute', async () => {
  const { body } = await me('POST', '/api/me/api-keys', { name: 'Reports', scope: 'read' });
  const useAfter = async (seconds: number) => {
    service.clock.advance(seconds * 1000);
    await call(service, body['key'] as string, 'GET', '/api/me');
    const keys = (await me('GET', '/api/me/api-keys')).body['apiKeys'] as Record<string, unknown>[];
    return keys.find(({ id }) => id === body['id'])!['lastUsedAt'];
  };

  const used = [await useAfter(0), await useAfter(59), await useAfter(1)];

  expect(body['lastUsedAt']).toBeNull();
  expect(used).toEqual([
    '2026-11-23T08:00:00.000Z',
    '2026-11-23T08:00:00.000Z',
    '2026-11-23T08:01:00.000Z',
  ]);
});

test('a language can be chosen and given up again; one that is not spoken is refused', async () => {
  const chosen = await me('PATCH', '/api/me', { language: 'hi' });
  const byLocale = await me('PATCH', '/api/me', { locale: 'de-AT' });
  const refused = await me('PATCH', '/api/me', { language: 'xx' });
  const given = await me('PATCH', '/api/me', { language: null });

  expect([chosen.body['language'], byLocale.body['language']]).toEqual(['hi', 'de']);
  expect([refused.status, fieldsOf(refused.body)]).toEqual([400, ['language']]);
  expect(given.body['language']).toBeNull();
});

test.each(['qh_unknown', 'not a key', ''])(
  'a key that is none opens nothing ("%s")',
  async (key) => {
    expect((await call(service, key, 'GET', '/api/me')).status).toBe(401);
  },
);

test('calendars can be chosen among one’s own; without any, nothing would be busy', async () => {
  const { body } = await me('GET', '/api/me/calendars');
  const [calendar] = body['calendars'] as { id: string }[];

  const none = await me('PATCH', '/api/me/calendars', { busy: [] });
  const own = await me('PATCH', '/api/me/calendars', {
    busy: [calendar!.id],
    booking: calendar!.id,
  });

  expect(fieldsOf(none.body)).toEqual(['busy']);
  expect(own).toMatchObject({ status: 200, body: { calendars: [{ takesBookings: true }] } });
  await service.settle();
});

function fieldsOf(body: Record<string, unknown>): string[] {
  return ((body['errors'] ?? []) as { field: string }[]).map(({ field }) => field).sort();
}
