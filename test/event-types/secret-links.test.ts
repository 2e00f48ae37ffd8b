import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type ApiClient, apiClient } from '../organisers/api-client.ts';
import { createVisitor } from '../organisers/visitor.ts';
import { attendee, book, call, hold } from '../support/attendee.ts';
import { openDesk, ten, two } from '../support/desk.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { visibility: 'secret' } });
  me = await apiClient(service, made.organiser.id);
  await service.settle();
});

afterEach(() => service.settle());
afterAll(() => service.close());

test('without a key a secret event type is nowhere: page, slots, hold and booking', async () => {
  const stranger = createVisitor(service);

  const answers = [
    await stranger.open(pagePath()),
    await call(service, 'GET', slotsPath()),
    await hold(service, made, ten),
    await book(service, made, ten),
    await hold(service, made, ten, { key: 'x'.repeat(43) }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  const profile = await call(service, 'GET', `/api/organisers/${made.organiser.handle}`);
  expect(slugsOf(profile.body)).not.toContain(made.eventType.slug);
});

test('by its key it can be looked at and booked, and the use is counted', async () => {
  const { key } = await makeLink({ label: 'For Lea' });

  const page = await createVisitor(service).open(`${pagePath()}?key=${key}`);
  const slots = await call(service, 'GET', `${slotsPath()}&key=${key}`);
  const held = await hold(service, made, ten, { key });
  const booked = await bookHeld(held.body.token);

  expect(page.status).toBe(200);
  expect(slots.body.slots).toHaveLength(31);
  expect(booked.status).toBe(201);
  expect(await listLinks()).toMatchObject([{ label: 'For Lea', uses: 1, state: 'open' }]);
});

test('the key of one event type opens no other', async () => {
  const { key } = await makeLink({});
  const other = await makeOrganiser(service, { eventType: { visibility: 'secret' } });

  const { status } = await hold(service, other, ten, { key });

  expect(status).toBe(404);
});

test('of two at once with a link for one booking, one has it', async () => {
  const { key } = await makeLink({ mostUses: 1 });

  const [one, other] = await Promise.all([
    hold(service, made, ten, { key }),
    hold(service, made, two, { key }),
  ]);

  expect(new Set([one.status, other.status])).toEqual(new Set([201, 403]));
});

test('a link for one booking lets its own visitor choose another time, and nobody after the booking', async () => {
  const { key } = await makeLink({ mostUses: 1 });
  const first = await hold(service, made, ten, { key });

  const second = await hold(service, made, two, { key, replaces: first.body.token });
  await bookHeld(second.body.token);

  expect(second.status).toBe(201);
  expect((await createVisitor(service).open(`${pagePath()}?key=${key}`)).status).toBe(403);
  expect((await hold(service, made, ten, { key })).status).toBe(403);
  expect(await listLinks()).toMatchObject([{ uses: 1, state: 'used_up' }]);
});

test('a hold that runs out and a booking that is cancelled give their use back', async () => {
  const { key } = await makeLink({ mostUses: 1 });
  await hold(service, made, ten, { key });
  service.clock.advance(11 * 60_000);

  const held = await hold(service, made, ten, { key });
  const { body: booked } = await bookHeld(held.body.token);
  await service.settle();
  await call(service, 'POST', `/api/bookings/${booked.manageUrl.split('/').at(-1)}/cancel`, {});

  expect(held.status).toBe(201);
  expect((await hold(service, made, ten, { key })).status).toBe(201);
});

test('a link ends with its last moment, and when it is revoked', async () => {
  const short = await makeLink({ expiresAt: '2026-11-23T10:00:00+01:00' });
  const revoked = await makeLink({});
  const before = await hold(service, made, ten, { key: short.key });

  service.clock.advance(61 * 60_000);
  await me('DELETE', `${linksPath()}/${revoked.id}`);

  expect(before.status).toBe(201);
  expect((await hold(service, made, two, { key: short.key })).status).toBe(403);
  expect((await hold(service, made, two, { key: revoked.key })).status).toBe(403);
  expect((await listLinks()).map(({ state }) => state).sort()).toEqual(['expired', 'revoked']);
});

test('a link that is already over is refused, and every fault is named', async () => {
  const past = await makeLink({ expiresAt: '2026-11-22T10:00:00Z' });
  const wrong = await makeLink({ mostUses: 0, label: 'x'.repeat(101) });

  expect(fieldsOf(past.answer)).toEqual(['expiresAt']);
  expect(fieldsOf(wrong.answer)).toEqual(['label', 'mostUses']);
});

test('a hidden event type is nowhere, whatever the key', async () => {
  const { key } = await makeLink({});
  await me('PATCH', ownPath(), { isHidden: true });

  expect((await hold(service, made, ten, { key })).status).toBe(404);
  expect((await call(service, 'GET', `${slotsPath()}&key=${key}`)).status).toBe(404);
});

test('who booked by a secret link moves the booking without it, and finds other times by it', async () => {
  const { key } = await makeLink({});
  const { body: held } = await hold(service, made, ten, { key });
  const { body } = await bookHeld(held.token);
  const manage = new URL(body.manageUrl).pathname;

  const times = await createVisitor(service).open(`${manage}/move`);
  const moved = await call(service, 'POST', `/api${manage}/reschedule`, { start: two });
  await service.settle();
  await call(service, 'POST', `/api${manage}/cancel`, {});
  const over = await createVisitor(service).open(manage);

  expect(times.status).toBe(200);
  expect(moved.status).toBe(200);
  expect(over.text).toContain(`key=${key}`);
});

test('a request that ran out is not confirmed late when its link was used meanwhile', async () => {
  await me('PATCH', ownPath(), { confirmation: 'email' });
  const { key } = await makeLink({ mostUses: 1 });
  const desk = openDesk(service, made);
  const late = attendee();
  await desk.request(await hold(service, made, ten, { key }), late);
  const token = await desk.mailedToken(late.email);
  service.clock.advance(31 * 60_000);
  const quick = attendee();
  await desk.request(await hold(service, made, two, { key }), quick);

  const { status } = await desk.confirm(token);

  expect(status).toBe(403);
});

test('another organiser neither sees nor makes nor revokes one’s links', async () => {
  const { id } = await makeLink({});
  const stranger = await makeOrganiser(service);
  const them = await apiClient(service, stranger.organiser.id);

  const answers = [
    await them('GET', linksPath()),
    await them('POST', linksPath(), {}),
    await them('DELETE', `${linksPath()}/${id}`),
  ];

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

function pagePath(): string {
  return `/${made.organiser.handle}/${made.eventType.slug}`;
}

function slotsPath(): string {
  const { organiser, eventType } = made;
  const dates = 'from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin';
  return `/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots?${dates}`;
}

function ownPath(): string {
  return `/api/me/event-types/${made.eventType.slug}`;
}

function linksPath(): string {
  return `${ownPath()}/secret-links`;
}

async function makeLink(draft: object) {
  const answer = await me('POST', linksPath(), draft);
  const { id, url } = answer.body as { id: string; url?: string };
  const key = (url && new URL(url).searchParams.get('key'))!;
  return { id, key, answer };
}

async function listLinks(): Promise<{ state: string }[]> {
  const { body } = await me('GET', linksPath());
  return body['secretLinks'] as { state: string }[];
}

function bookHeld(token: string) {
  return call(service, 'POST', '/api/bookings', { hold: token, attendee: attendee() });
}

function slugsOf(profile: { eventTypes: { slug: string }[] }): string[] {
  return profile.eventTypes.map(({ slug }) => slug);
}

function fieldsOf({ body }: { body: Record<string, unknown> }): string[] {
  return (body['errors'] as { field: string }[]).map(({ field }) => field);
}
