import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { forgetRemoved } from '../../src/event-types/remove-event-type.ts';
import { type ApiClient, apiClient, type Reply } from '../organisers/api-client.ts';
import { createVisitor } from '../organisers/visitor.ts';
import { book, call, hold } from '../support/attendee.ts';
import { ten } from '../support/desk.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;

const own = '/api/me/event-types';

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { slug: 'visit' } });
  me = await apiClient(service, made.organiser.id);
  await service.settle();
});

afterAll(() => service.close());

test('the order is the organiser’s own, in the list, on the public page and in the public API', async () => {
  await me('PATCH', `${own}/visit`, { position: 0 });
  await me('PATCH', `${own}/15min`, { position: 99 });

  const listed = await me('GET', own);
  const profile = await call(service, 'GET', `/api/organisers/${made.organiser.handle}`);
  const page = await createVisitor(service).open(`/${made.organiser.handle}`);

  const order = ['visit', '30min', '60min', '15min'];
  expect(slugsIn(listed.body['eventTypes'])).toEqual(order);
  expect(slugsIn(profile.body.eventTypes)).toEqual(order);
  expect(order.map((slug) => page.text.indexOf(`/${slug}"`))).toEqual(
    order.map((slug) => page.text.indexOf(`/${slug}"`)).toSorted((a, b) => a - b),
  );
});

test('a copy has a link of its own, stands beside its original, and is hidden until it is shown', async () => {
  await me('PATCH', `${own}/visit`, { durations: [30, 60], colour: 'pink', position: 0 });

  const first = await me('POST', `${own}/visit/duplicate`);
  const second = await me('POST', `${own}/visit-2/duplicate`);

  expect(first).toMatchObject({
    status: 201,
    body: {
      slug: 'visit-2',
      title: 'Visit (copy)',
      durations: [30, 60],
      colour: 'pink',
      isHidden: true,
    },
  });
  expect(first.headers.get('location')).toBe(`${own}/visit-2`);
  expect(second.body['slug']).toBe('visit-3');
  const { body } = await me('GET', own);
  expect(slugsIn(body['eventTypes']).slice(0, 3)).toEqual(['visit', 'visit-2', 'visit-3']);
});

test('a hidden event type is neither listed nor booked, and both again once it is shown', async () => {
  await me('PATCH', `${own}/visit`, { isHidden: true });
  const hidden = [await status('page'), await status('slots'), await status('hold')];
  const profile = await call(service, 'GET', `/api/organisers/${made.organiser.handle}`);

  await me('PATCH', `${own}/visit`, { isHidden: false });

  expect(hidden).toEqual([404, 404, 404]);
  expect(slugsIn(profile.body.eventTypes)).not.toContain('visit');
  expect([await status('page'), await status('slots'), await status('hold')]).toEqual([
    200, 200, 201,
  ]);
});

test('an event type on no page is booked by whoever has its link', async () => {
  await me('PATCH', `${own}/visit`, { visibility: 'unlisted' });

  const profile = await call(service, 'GET', `/api/organisers/${made.organiser.handle}`);

  expect(slugsIn(profile.body.eventTypes)).not.toContain('visit');
  expect([await status('page'), await status('hold')]).toEqual([200, 201]);
});

test('what is deleted can be had back for a day, unless its link was given away meanwhile', async () => {
  const deleted = await me('DELETE', `${own}/visit`);
  const gone = await status('page');
  const restored = await me('POST', `${own}/visit/restore`);
  await me('DELETE', `${own}/visit`);
  await me('POST', own, { slug: 'visit', title: 'Another', durationMinutes: 30 });
  const taken = await me('POST', `${own}/visit/restore`);

  expect([deleted.status, gone]).toEqual([204, 404]);
  expect(restored).toMatchObject({ status: 200, body: { id: made.eventType.id } });
  expect(taken).toMatchObject({ status: 400, body: { errors: [{ field: 'slug' }] } });
});

test('after a day what was deleted is gone for good', async () => {
  await me('DELETE', `${own}/visit`);
  service.clock.advance(25 * 60 * 60_000);

  await forgetRemoved(service.parts);
  const { status } = await me('POST', `${own}/visit/restore`);

  expect(status).toBe(404);
  const rows = await service.parts.database.pool.query('select from event_types where id = $1', [
    made.eventType.id,
  ]);
  expect(rows.rowCount).toBe(0);
});

test('an event type that is booked, or about to be, is hidden instead of deleted', async () => {
  await hold(service, made, ten);
  const held = await me('DELETE', `${own}/visit`);
  await me('PATCH', `${own}/visit`, { isHidden: false });
  await book(service, made, '2026-11-24T14:00:00+01:00');

  const booked = await me('DELETE', `${own}/visit`);

  expect([held, booked]).toMatchObject([
    { status: 200, body: { isHidden: true } },
    { status: 200, body: { isHidden: true } },
  ]);
  await service.settle();
});

test('who calls and who gives the number is settled', async () => {
  const unsaid = await me('PATCH', `${own}/30min`, { place: { kind: 'phone' } });
  const unasked = await me('PATCH', `${own}/30min`, { asks: { phone: 'off' } });
  const ours = await me('PATCH', `${own}/30min`, {
    place: { kind: 'phone', whoCalls: 'attendee', number: '+4930901820' },
    asks: { phone: 'off' },
  });
  const none = await me('PATCH', `${own}/30min`, {
    place: { kind: 'phone', whoCalls: 'attendee', number: '12' },
  });

  expect(unsaid.body['place']).toEqual({ kind: 'phone', whoCalls: 'organiser' });
  expect(fieldsOf(unasked)).toEqual(['asks.phone']);
  expect(ours.body['place']).toMatchObject({ number: '+49 30 901820' });
  expect(fieldsOf(none)).toEqual(['place.number']);
});

test('lengths must hold the one that is chosen already; a new one of them changes places with it', async () => {
  await me('PATCH', `${own}/30min`, { durations: [60, 15, 30, 15] });
  const swapped = await me('PATCH', `${own}/30min`, { durationMinutes: 15 });
  const replaced = await me('PATCH', `${own}/30min`, { durationMinutes: 45 });
  const without = await me('PATCH', `${own}/30min`, { durations: [15, 30] });

  expect(swapped.body).toMatchObject({ durationMinutes: 15, durations: [15, 30, 60] });
  expect(replaced.body).toMatchObject({ durationMinutes: 45, durations: [30, 45, 60] });
  expect(fieldsOf(without)).toEqual(['durations']);
});

test('a new event type has a colour that no other has', async () => {
  const { body } = await me('POST', own, { slug: 'new', title: 'New', durationMinutes: 30 });
  const { body: all } = await me('GET', own);

  const colours = (all['eventTypes'] as { colour: string }[]).map(({ colour }) => colour);
  expect(colours.filter((colour) => colour === body['colour'])).toHaveLength(1);
});

async function status(what: 'page' | 'slots' | 'hold'): Promise<number> {
  const { handle } = made.organiser;
  if (what === 'page') return (await createVisitor(service).open(`/${handle}/visit`)).status;
  if (what === 'hold') return (await hold(service, made, ten)).status;
  const dates = 'from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin';
  const path = `/api/organisers/${handle}/event-types/visit/slots?${dates}`;
  return (await call(service, 'GET', path)).status;
}

function slugsIn(eventTypes: unknown): string[] {
  return (eventTypes as { slug: string }[]).map(({ slug }) => slug);
}

function fieldsOf({ body }: Reply): string[] {
  return (body['errors'] as { field: string }[]).map(({ field }) => field);
}
