// The API's description is whole and true: what there is is described, what is described is there, and answers so.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApiKey } from '../../src/organisers/create-api-key.ts';
import { listRoutes } from '../organisers/every-route.ts';
import { attendee, tokenOf } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { type DocumentedApi, documentedApi, documentedOperations } from './documented-api.ts';

let service: TestService;
let made: MadeOrganiser;
let api: DocumentedApi;
let key: string;

beforeAll(async () => {
  service = await startTestService({ config: { administrators: ['chief@example.com'] } });
  made = await makeOrganiser(service, {
    email: 'chief@example.com',
    eventType: { slug: 'visit', title: 'Visit' },
  });
  api = documentedApi(service);
  ({ key } = await createApiKey(service.parts, made.organiser.id, {
    name: 'test',
    scope: 'write',
  }));
});

afterAll(() => service.close());

test('every route under /api is described, and everything that is described is a route', () => {
  const routes = listRoutes(service)
    .filter(({ path }) => path.startsWith('/api/') && !/^\/api\/(docs|openapi)/.test(path))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);

  expect(documentedOperations().toSorted()).toEqual([...new Set(routes)].toSorted());
});

describe('answers are as they are described', () => {
  test('to attendees', async () => {
    const { handle } = made.organiser;
    const dates = { from: '2026-11-24', to: '2026-11-25', timeZone: 'Europe/Berlin' };
    await api.ask('get /api/hello');
    await api.ask('get /api/organisers/{handle}', { at: [handle] });
    await api.ask('get /api/organisers/{handle}/event-types/{slug}/slots', {
      at: [handle, 'visit'],
      query: dates,
    });
    const dropped = await hold('2026-11-24T09:00:00Z');
    await api.ask('delete /api/holds/{token}', { at: [String(dropped.body['token'])] });
    const held = await hold('2026-11-24T09:00:00Z');
    const form = { hold: held.body['token'], attendee: attendee() };
    const { body: booked } = await api.ask('post /api/bookings', { body: form });
    const at = [tokenOf(String(booked['manageUrl']))];
    await service.settle();
    await api.ask('get /api/bookings/{token}', { at });
    await api.ask('get /api/bookings/{token}/invite.ics', { at });
    await api.ask('post /api/bookings/{token}/reschedule', {
      at,
      body: { start: '2026-11-24T10:00:00Z' },
    });
    await api.ask('post /api/bookings/{token}/cancel', { at, body: {} });
    await service.settle();
  });

  test('to attendees who prove their address', async () => {
    await addEventType(service, made.organiser.id, { slug: 'proof', confirmation: 'email' });
    const person = attendee();
    const slot = { eventType: 'proof', start: '2026-11-24T12:00:00Z' };
    const body = { organiser: made.organiser.handle, ...slot, attendee: person };

    await api.ask('post /api/bookings', { body });
    const { text } = await service.inbox.waitFor(({ envelope }) =>
      envelope.to.includes(person.email),
    );
    const token = /\/confirm\/([\w-]+)/.exec(text)![1]!;
    const confirmed = await api.ask('post /api/bookings/confirm', { body: { token } });

    expect(confirmed.body).toMatchObject({ state: 'confirmed' });
  });

  test('about profile, connections and keys', async () => {
    await api.ask('get /api/me', { key });
    await api.ask('patch /api/me', { key, body: { name: 'Test Organiser' } });
    await api.ask('get /api/me/calendars', { key });
    await api.ask('patch /api/me/calendars', { key, body: {} });
    const { body } = await api.ask('post /api/me/api-keys', { key, body: { name: 'another' } });
    await api.ask('get /api/me/api-keys', { key });
    await api.ask('delete /api/me/api-keys/{id}', { key, at: [String(body['id'])] });
  });

  test('about hours', async () => {
    const { body: hours } = await api.ask('get /api/me/availability', { key });
    await api.ask('put /api/me/availability', { key, body: hours });
    const week = { weekly: [{ weekday: 2, opens: '18:00', closes: '20:00' }], overrides: [] };
    const evenings = { name: 'Evenings', ...week };
    const { body } = await api.ask('post /api/me/schedules', { key, body: evenings });
    const at = [String(body['id'])];
    await api.ask('get /api/me/schedules', { key });
    await api.ask('get /api/me/schedules/{id}', { key, at });
    await api.ask('put /api/me/schedules/{id}', { key, at, body: evenings });
    await api.ask('delete /api/me/schedules/{id}', { key, at });
  });

  test('about time off', async () => {
    const times = { start: '2026-12-24T00:00:00+01:00', end: '2026-12-27T00:00:00+01:00' };
    const { body } = await api.ask('post /api/me/time-off', { key, body: times });
    const at = [String(body['id'])];
    await api.ask('get /api/me/time-off', { key });
    await api.ask('get /api/me/time-off/{id}', { key, at });
    await api.ask('put /api/me/time-off/{id}', { key, at, body: times });
    await api.ask('delete /api/me/time-off/{id}', { key, at });
  });

  test('about event types and their secret links', async () => {
    const title = 'First talk';
    await api.ask('post /api/me/event-types', {
      key,
      body: { slug: 'talk', title, durationMinutes: 15 },
    });
    const at = ['talk'];
    await api.ask('get /api/me/event-types', { key });
    await api.ask('get /api/me/event-types/{slug}', { key, at });
    await api.ask('patch /api/me/event-types/{slug}', { key, at, body: { visibility: 'secret' } });
    await api.ask('post /api/me/event-types/{slug}/duplicate', { key, at });
    const links = '/api/me/event-types/{slug}/secret-links';
    const { body } = await api.ask(`post ${links}`, { key, at, body: {} });
    await api.ask(`get ${links}`, { key, at });
    await api.ask(`delete ${links}/{id}`, { key, at: ['talk', String(body['id'])] });
    await api.ask('delete /api/me/event-types/{slug}', { key, at });
    await api.ask('post /api/me/event-types/{slug}/restore', { key, at });
    const query = { at: '2026-11-24T06:00:00Z' };
    await api.ask('get /api/me/event-types/{slug}/why', { key, at, query });
  });

  test('about bookings', async () => {
    const own = '/api/me/bookings/{id}';
    const at = [await bookFor('2026-11-25T09:00:00Z')];
    await service.settle();
    await api.ask('get /api/me/bookings', { key });
    await api.ask('get /api/me/agenda', { key, query: { from: '2026-11-23', to: '2026-11-29' } });
    await api.ask(`get ${own}`, { key, at });
    await api.ask(`patch ${own}`, { key, at, body: { note: 'Rang up' } });
    await api.ask(`post ${own}/reschedule`, { key, at, body: { start: '2026-11-25T10:00:00Z' } });
    await api.ask(`post ${own}/publish`, { key, at });
    await api.ask(`post ${own}/cancel`, { key, at, body: { reason: 'Ill' } });
    await service.settle();
  });

  test('about requests that wait for an answer', async () => {
    const own = '/api/me/bookings/{id}';
    await addEventType(service, made.organiser.id, { slug: 'asked', confirmation: 'approval' });
    const accepted = await requestProven('2026-11-26T09:00:00Z');
    const declined = await requestProven('2026-11-26T10:00:00Z');

    await api.ask(`post ${own}/approve`, { key, at: [accepted] });
    await api.ask(`post ${own}/decline`, { key, at: [declined], body: {} });
    await service.settle();
  });

  test('about attendees, privacy and numbers', async () => {
    const person = '/api/me/attendees/{id}';
    const one = await bookFor('2026-11-27T09:00:00Z', { email: 'one@example.org' });
    const two = await bookFor('2026-11-27T10:00:00Z', { email: 'two@example.org' });
    await service.settle();
    service.clock.set('2026-11-27T12:00:00Z');
    await api.ask('post /api/me/bookings/{id}/no-show', { key, at: [one] });
    await api.ask('post /api/me/bookings/{id}/complete', { key, at: [two] });
    const at = [await attendeeAt('one@example.org')];
    const other = await attendeeAt('two@example.org');
    await api.ask(`get ${person}`, { key, at });
    await api.ask(`patch ${person}`, { key, at, body: { note: 'Comes by train' } });
    const merge = { with: other, email: 'one@example.org' };
    await api.ask(`post ${person}/merge`, { key, at, body: merge });
    await api.ask(`get ${person}/export`, { key, at });
    await api.ask(`get ${person}/export`, { key, at, query: { format: 'csv' } });
    await api.ask('get /api/me/attendees/all.csv', { key });
    await api.ask('get /api/me/attendees/bookings.csv', { key });
    const { body } = await api.ask(`delete ${person}`, { key, at, query: { mailReceipt: 'true' } });
    await api.ask('get /api/me/privacy', { key });
    await api.ask('patch /api/me/privacy', { key, body: { retention: { age: 7 } } });
    await api.ask('get /api/me/privacy/receipts', { key });
    await api.ask('get /api/me/privacy/receipts/{id}', { key, at: [String(body['id'])] });
    await api.ask('get /api/me/numbers', { key });
    await api.ask('get /api/me/numbers/{file}', { key, at: ['weeks.csv'] });
  });

  test('to administrators', async () => {
    const { id } = (await makeOrganiser(service)).organiser;
    const place = '/api/administration';
    await api.ask(`get ${place}/organisers`, { key });
    await api.ask(`post ${place}/organisers/{id}/disable`, { key, at: [id] });
    await api.ask(`post ${place}/organisers/{id}/enable`, { key, at: [id] });
    const invited = { entry: 'guest@example.org' };
    const { body } = await api.ask(`post ${place}/invitations`, { key, body: invited });
    await api.ask(`get ${place}/invitations`, { key });
    await api.ask(`delete ${place}/invitations/{id}`, { key, at: [String(body['id'])] });
    await service.settle();
  });

  test('where something is wrong', async () => {
    const refused = [
      await api.ask('get /api/me'),
      await api.ask('get /api/organisers/{handle}', { at: ['nobody'] }),
      await api.ask('post /api/holds', { body: {} }),
      await api.ask('get /api/me/numbers', { key, query: { from: '2026-11-23' } }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([401, 404, 400, 400]);
  });

  test('and none is left out', () => {
    const unasked = documentedOperations().filter((operation) => !api.answered.has(operation));

    expect(unasked).toEqual([]);
  });
});

function hold(start: string) {
  const body = { organiser: made.organiser.handle, eventType: 'visit', start };
  return api.ask('post /api/holds', { body });
}

async function bookFor(start: string, wishes: object = {}): Promise<string> {
  const body = { eventType: 'visit', start, attendee: attendee(wishes) };
  const booked = await api.ask('post /api/me/bookings', { key, body });
  return String(booked.body['id']);
}

async function requestProven(start: string): Promise<string> {
  const person = attendee();
  const { handle } = made.organiser;
  const body = { organiser: handle, eventType: 'asked', start, attendee: person };
  const requested = await api.ask('post /api/bookings', { body });
  const { text } = await service.inbox.waitFor(({ envelope }) =>
    envelope.to.includes(person.email),
  );
  const token = /\/confirm\/([\w-]+)/.exec(text)![1]!;
  await api.ask('post /api/bookings/confirm', { body: { token } });
  return String(requested.body['id']);
}

async function attendeeAt(q: string): Promise<string> {
  const { body } = await api.ask('get /api/me/attendees', { key, query: { q } });
  return (body['attendees'] as { id: string }[])[0]!.id;
}
