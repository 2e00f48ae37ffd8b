import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { type ApiClient, apiClient } from '../organisers/api-client.ts';
import { book, call } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

const evenings = [2, 4].map((weekday) => ({ weekday, opens: '18:00', closes: '20:00' }));
const tuesday = '2026-11-24';

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;

beforeEach(async () => {
  service ??= await startTestService({ now: '2026-11-23T08:00:00Z' });
  made = await makeOrganiser(service, { eventType: { slotStepMinutes: 60 } });
  me = await apiClient(service, made.organiser.id);
});

afterAll(() => service.close());

test('an event type is offered by the schedule it chose, the others by the default one', async () => {
  const other = await addEventType(service, made.organiser.id, { slotStepMinutes: 60 });
  const id = await addEvenings();
  const before = await slotsOf(made.eventType.slug);

  const chosen = await me('PATCH', `/api/me/event-types/${made.eventType.slug}`, { schedule: id });

  const after = await slotsOf(made.eventType.slug);
  expect(chosen.body).toMatchObject({ schedule: id });
  expect(before.times[0]).toBe('09:00');
  expect(after.times).toEqual(['18:00', '19:00']);
  expect(after.etag).not.toBe(before.etag);
  expect((await slotsOf(other.slug)).times[0]).toBe('09:00');
});

test('a change of a named schedule shows at once', async () => {
  const id = await addEvenings();
  await me('PATCH', `/api/me/event-types/${made.eventType.slug}`, { schedule: id });
  await slotsOf(made.eventType.slug);

  await me('PUT', `/api/me/schedules/${id}`, {
    name: 'Late',
    weekly: [{ weekday: 2, opens: '21:00', closes: '24:00' }],
    overrides: [],
  });

  expect((await slotsOf(made.eventType.slug)).times).toEqual(['21:00', '22:00', '23:00']);
});

test('nobody goes by the schedule of another organiser', async () => {
  const id = await addEvenings();
  const others = await apiClient(service, (await makeOrganiser(service)).organiser.id);

  const chosen = await others('PATCH', '/api/me/event-types/15min', { schedule: id });
  const read = await others('GET', `/api/me/schedules/${id}`);
  const put = await others('PUT', `/api/me/schedules/${id}`, {
    name: 'Mine',
    weekly: [],
    overrides: [],
  });
  const gone = await others('DELETE', `/api/me/schedules/${id}`);

  expect(chosen).toMatchObject({ status: 400, body: { errors: [{ field: 'schedule' }] } });
  expect([read.status, put.status, gone.status]).toEqual([404, 404, 404]);
});

test('two schedules of one organiser have two names', async () => {
  await addEvenings();

  const again = await me('POST', '/api/me/schedules', { name: 'evenings' });

  expect(again).toMatchObject({ status: 400, body: { errors: [{ field: 'name' }] } });
});

test('a copy has the hours of the one it was made of, labels too', async () => {
  const overrides = [{ date: '2026-12-24', intervals: [], label: 'Holiday' }];
  const id = await addEvenings(overrides);

  const copy = await me('POST', '/api/me/schedules', { name: 'More evenings', copyOf: id });

  expect(copy).toMatchObject({ status: 201, body: { weekly: evenings, overrides } });
});

test('a schedule that is in use is not deleted, and names what uses it, until it is said where that goes', async () => {
  const id = await addEvenings();
  await me('PATCH', `/api/me/event-types/${made.eventType.slug}`, { schedule: id });

  const refused = await me('DELETE', `/api/me/schedules/${id}`);
  const moved = await me('DELETE', `/api/me/schedules/${id}?moveTo=default`);

  expect(refused.status).toBe(403);
  expect(refused.body['title']).toContain('Visit');
  expect(moved).toMatchObject({ status: 200, body: { stranded: [] } });
  expect((await slotsOf(made.eventType.slug)).times[0]).toBe('09:00');
});

test('the default schedule stays until another one is the default; then it is what /api/me/availability shows', async () => {
  const id = await addEvenings();
  const [first] = await schedules();

  const refused = await me('DELETE', `/api/me/schedules/${first!.id}`);
  const made = await me('PUT', `/api/me/schedules/${id}`, {
    name: 'Evenings',
    weekly: evenings,
    overrides: [],
    isDefault: true,
  });

  expect(refused.status).toBe(403);
  expect(made.body).toMatchObject({ isDefault: true });
  expect((await me('GET', '/api/me/availability')).body).toEqual({
    timeZone: 'Europe/Berlin',
    weekly: evenings,
    overrides: [],
  });
  expect((await schedules()).map(({ name }) => name)).toEqual(['Evenings', 'Working hours']);
});

test('labels stay out of /api/me/availability, and outlive its PUT where the date stays as it was', async () => {
  const [first] = await schedules();
  const dates = ['2026-12-24', '2026-12-25'];
  const weekly = [{ weekday: 1, opens: '09:00', closes: '17:00' }];
  await me('PUT', `/api/me/schedules/${first!.id}`, {
    name: 'Practice',
    weekly,
    overrides: dates.map((date) => ({ date, intervals: [], label: 'Christmas' })),
  });

  const { body } = await me('GET', '/api/me/availability');
  const overrides = [
    { date: '2026-12-24', intervals: [] },
    { date: '2026-12-25', intervals: [{ opens: '10:00', closes: '12:00' }] },
  ];
  await me('PUT', '/api/me/availability', { ...body, overrides });

  expect(body).toEqual({
    timeZone: 'Europe/Berlin',
    weekly,
    overrides: dates.map((date) => ({ date, intervals: [] })),
  });
  expect((await me('GET', `/api/me/schedules/${first!.id}`)).body).toMatchObject({
    overrides: [{ label: 'Christmas' }, { intervals: [{ opens: '10:00' }] }],
  });
});

test('time off closes every schedule, from one moment to another, until it is removed', async () => {
  const other = await addEventType(service, made.organiser.id, { slotStepMinutes: 60 });
  await me('PATCH', `/api/me/event-types/${other.slug}`, { schedule: await addEvenings() });

  const off = await me('POST', '/api/me/time-off', {
    start: `${tuesday}T10:30:00+01:00`,
    end: `${tuesday}T19:00:00+01:00`,
    label: 'Dentist',
  });
  const during = [await slotsOf(made.eventType.slug), await slotsOf(other.slug)];
  await me('DELETE', `/api/me/time-off/${String(off.body['id'])}`);
  const after = [await slotsOf(made.eventType.slug), await slotsOf(other.slug)];

  expect(off).toMatchObject({ status: 201, body: { label: 'Dentist', stranded: [] } });
  expect(during.map(({ times }) => times)).toEqual([['09:00', '10:00'], ['19:00']]);
  expect(after.map(({ times }) => times.length)).toEqual([8, 2]);
  expect((await me('GET', '/api/me/time-off')).body).toEqual({ timeOff: [] });
});

test('time off that is over is not listed, and one that ends before it begins is refused', async () => {
  const past = { start: '2026-11-20T09:00:00Z', end: '2026-11-20T10:00:00Z' };
  await me('POST', '/api/me/time-off', past);

  const refused = await me('POST', '/api/me/time-off', { start: past.end, end: past.start });

  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'end' }] } });
  expect((await me('GET', '/api/me/time-off')).body).toEqual({ timeOff: [] });
});

test('a change of hours names the bookings that it strands, once, and leaves them as they are', async () => {
  const { id } = (await book(service, made, `${tuesday}T10:00:00+01:00`)).body;
  await book(service, made, `${tuesday}T15:00:00+01:00`);
  const hours = (await me('GET', '/api/me/availability')).body;
  const weekly = [{ weekday: 2, opens: '14:00', closes: '17:00' }];

  const put = await me('PUT', '/api/me/availability', { ...hours, weekly });
  const again = await me('PUT', '/api/me/availability', { ...hours, weekly });

  const start = new Date(`${tuesday}T10:00:00+01:00`).toISOString();
  const end = new Date(`${tuesday}T10:30:00+01:00`).toISOString();
  expect(put).toMatchObject({ status: 200, body: { weekly, stranded: [{ id, start, end }] } });
  expect(again.body['stranded']).toEqual([]);
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({ state: 'confirmed' });
});

test('time off, another default and a schedule that goes name what they strand too', async () => {
  const { id } = (await book(service, made, `${tuesday}T10:00:00+01:00`)).body;
  const evening = await addEvenings();

  const off = await me('POST', '/api/me/time-off', {
    start: `${tuesday}T10:15:00+01:00`,
    end: `${tuesday}T11:00:00+01:00`,
  });
  await me('DELETE', `/api/me/time-off/${String(off.body['id'])}`);
  const chosen = await me('PUT', `/api/me/schedules/${evening}`, {
    name: 'Evenings',
    weekly: evenings,
    overrides: [],
    isDefault: true,
  });

  expect(off.body['stranded']).toMatchObject([{ id }]);
  expect(chosen.body['stranded']).toMatchObject([{ id }]);
});

test('a new zone in the profile moves the hours of every schedule', async () => {
  await me('PATCH', `/api/me/event-types/${made.eventType.slug}`, {
    schedule: await addEvenings(),
  });
  await slotsOf(made.eventType.slug);

  await me('PATCH', '/api/me', { timeZone: 'Europe/London' });

  expect((await slotsOf(made.eventType.slug)).times).toEqual(['19:00', '20:00']);
});

async function addEvenings(overrides: object[] = []): Promise<string> {
  const draft = { name: 'Evenings', weekly: evenings, overrides };
  const { body } = await me('POST', '/api/me/schedules', draft);
  return String(body['id']);
}

async function schedules(): Promise<{ id: string; name: string }[]> {
  const { body } = await me('GET', '/api/me/schedules');
  return body['schedules'] as { id: string; name: string }[];
}

/** On Tuesday, on Berlin's clock. */
async function slotsOf(slug: string): Promise<{ times: string[]; etag: string | null }> {
  const query = `from=${tuesday}&to=${tuesday}&timeZone=Europe/Berlin`;
  const path = `/api/organisers/${made.organiser.handle}/event-types/${slug}/slots?${query}`;
  const { body, headers } = await call(service, 'GET', path);
  return {
    times: body.slots.map(({ start }: { start: string }) => start.slice(11, 16)),
    etag: headers.get('etag'),
  };
}
