import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Confirmation } from '../../src/event-types/event-type.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { type ApiClient, apiClient, call } from './api-client.ts';
import { createVisitor } from './visitor.ts';

const tuesdayAtTen = '2026-11-24T09:00:00Z';
const attendee = {
  name: 'Test Attendee',
  email: 'attendee@example.com',
  phone: '+4930123456',
  timeZone: 'Europe/Berlin',
};

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

test('a booking is shown to its organiser with the person who comes', async () => {
  const id = await book(tuesdayAtTen);

  const { body } = await me('GET', `/api/me/bookings/${id}`);

  expect(body).toMatchObject({
    id,
    state: 'confirmed',
    start: '2026-11-24T09:00:00.000Z',
    end: '2026-11-24T09:30:00.000Z',
    eventType: { slug: made.eventType.slug },
    attendee: { name: 'Test Attendee', email: 'attendee@example.com', visits: 0 },
  });
  expect(JSON.stringify(body)).not.toMatch(/token|manageUrl/i);
});

test('the list takes a time range and states', async () => {
  const first = await book(tuesdayAtTen);
  const second = await book('2026-11-25T09:00:00Z');
  await me('POST', `/api/me/bookings/${second}/cancel`, {});

  const early = await me('GET', '/api/me/bookings?to=2026-11-25T00:00:00Z');
  const cancelled = await me('GET', '/api/me/bookings?state=cancelled');
  const both = await me('GET', '/api/me/bookings?state=cancelled&state=confirmed');
  const faulty = await me('GET', '/api/me/bookings?from=tomorrow&state=odd&limit=0&sort=up');

  expect(idsOf(early.body)).toEqual([first]);
  expect(idsOf(cancelled.body)).toEqual([second]);
  expect(idsOf(both.body)).toEqual([first, second]);
  expect(fieldsOf(faulty.body)).toEqual(['from', 'limit', 'sort', 'state']);
});

test('the list is narrowed by event type and by a part of a name, an address or a number', async () => {
  const id = await book(tuesdayAtTen);
  const ask = async (query: string) => idsOf((await me('GET', `/api/me/bookings?${query}`)).body);

  expect(await ask('q=est+att')).toEqual([id]);
  expect(await ask('q=ATTENDEE@')).toEqual([id]);
  expect(await ask('q=030+12-34')).toEqual([id]);
  expect(await ask(`eventType=${made.eventType.slug}`)).toEqual([id]);
  expect(await ask('q=somebody+else')).toEqual([]);
  expect(await ask('q=100%25')).toEqual([]);
  expect(await ask('eventType=15min')).toEqual([]);
});

test('a long list comes page by page: each booking once, and none behind the last', async () => {
  const starts = ['24T09', '24T10', '24T11', '25T09', '25T10'].map((at) => `2026-11-${at}:00:00Z`);
  const ids: string[] = [];
  for (const start of starts) ids.push(await book(start));

  const pages: string[][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await me('GET', `/api/me/bookings?limit=2${query}`);
    pages.push(idsOf(body));
    cursor = body['nextCursor'] as string | null;
  }
  const faulty = await me('GET', '/api/me/bookings?cursor=next');

  expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
  expect(fieldsOf(faulty.body)).toEqual(['cursor']);
});

test('a range that ends before it begins holds nothing', async () => {
  await book(tuesdayAtTen);

  const { status, body } = await me(
    'GET',
    '/api/me/bookings?from=2026-11-25T00:00:00Z&to=2026-11-24T00:00:00Z',
  );

  expect([status, idsOf(body)]).toEqual([200, []]);
});

test('a hold that led to no request is not shown, whether it lives or has ended', async () => {
  const wish = { organiser: made.organiser.handle, eventType: made.eventType.slug };
  const ended = await call(service, null, 'POST', '/api/holds', { ...wish, start: tuesdayAtTen });
  await call(service, null, 'DELETE', `/api/holds/${String(ended.body['token'])}`);
  await call(service, null, 'POST', '/api/holds', { ...wish, start: '2026-11-25T09:00:00Z' });

  const { body } = await me('GET', '/api/me/bookings');

  expect(ended.status).toBe(201);
  expect(idsOf(body)).toEqual([]);
});

test('the organiser cancels with a reason, and not twice', async () => {
  const id = await book(tuesdayAtTen);

  const cancelled = await me('POST', `/api/me/bookings/${id}/cancel`, { reason: 'I am ill' });
  const again = await me('POST', `/api/me/bookings/${id}/cancel`, {});

  expect(cancelled).toMatchObject({
    status: 200,
    body: { state: 'cancelled', reason: 'I am ill' },
  });
  expect(again).toMatchObject({ status: 409, body: { code: 'already_cancelled' } });
});

test('the organiser moves a booking', async () => {
  const id = await book(tuesdayAtTen);

  const moved = await me('POST', `/api/me/bookings/${id}/reschedule`, {
    start: '2026-11-24T14:00:00+01:00',
  });

  expect(moved).toMatchObject({ status: 200, body: { start: '2026-11-24T13:00:00.000Z' } });
});

test('a request that waits for approval is accepted or declined', async () => {
  const accepted = await book(tuesdayAtTen, 'approval');
  const declined = await book('2026-11-24T12:00:00Z', 'approval');
  const waiting = await me('GET', '/api/me/bookings?state=requested');

  const yes = await me('POST', `/api/me/bookings/${accepted}/approve`);
  const no = await me('POST', `/api/me/bookings/${declined}/decline`);

  expect(idsOf(waiting.body)).toEqual([accepted, declined]);
  expect([yes.body['state'], no.body['state']]).toEqual(['confirmed', 'cancelled']);
});

test('who did not come can be noted once the visit has begun, and who did come next is counted', async () => {
  const id = await book(tuesdayAtTen);
  const early = await me('POST', `/api/me/bookings/${id}/no-show`);
  service.clock.set('2026-11-24T09:45:00Z');

  const missed = await me('POST', `/api/me/bookings/${id}/no-show`);
  const came = await me('POST', `/api/me/bookings/${id}/complete`);

  expect(early.status).toBe(403);
  expect(missed).toMatchObject({ status: 200, body: { state: 'no_show' } });
  expect(came).toMatchObject({ status: 200, body: { state: 'completed' } });
});

test('on the page, cancelling asks once, and says when it is done', async () => {
  const id = await book(tuesdayAtTen);
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);

  const before = await visitor.open(`/organiser/bookings/${id}`);
  const after = await visitor.send(`/organiser/bookings/${id}/cancel`, {
    [`reason-${id}`]: 'I am ill',
  });

  expect(before.text).toContain('Cancel this appointment?');
  expect(after.text).toContain('The appointment is cancelled');
  expect(after.text).not.toContain('Cancel this appointment?');
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({ reason: 'I am ill' });
});

test('when Google does not answer, an acceptance is refused beside the request, which stays', async () => {
  const id = await book(tuesdayAtTen, 'approval');
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  await service.settle();
  service.clock.advance(10 * 60_000);
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'html_502',
    times: 'until_cleared',
  });

  const refused = await visitor.send(`/organiser/bookings/${id}/approve`, {});
  service.google.faults.clear();
  await service.settle();

  expect(refused.status).toBe(503);
  expect(refused.text).toMatch(/role="alert">\s*<p class="notice-title">Nothing was changed</);
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({ state: 'requested' });
});

/** Books as an attendee does, and proves the address where that is asked. */
async function book(start: string, confirmation: Confirmation = 'instant'): Promise<string> {
  const eventType =
    confirmation === 'instant'
      ? made.eventType
      : await addEventType(service, made.organiser.id, { confirmation });
  const reply = await call(service, null, 'POST', '/api/bookings', {
    organiser: made.organiser.handle,
    eventType: eventType.slug,
    start,
    attendee,
  });
  expect(reply).toMatchObject({ status: 201 });
  const id = String(reply.body['id']);
  if (confirmation !== 'instant') await prove(id);
  await service.settle();
  return id;
}

async function prove(id: string): Promise<void> {
  const token = service.parts.tokens.create('confirm', id);
  const reply = await call(service, null, 'POST', '/api/bookings/confirm', { token });
  expect(reply).toMatchObject({ status: 200 });
}

function idsOf(body: Record<string, unknown>): string[] {
  return (body['bookings'] as { id: string }[]).map(({ id }) => id);
}

function fieldsOf(body: Record<string, unknown>): string[] {
  return ((body['errors'] ?? []) as { field: string }[]).map(({ field }) => field).sort();
}
