// An administrator may disable an organiser: booking is closed, what is booked stands, is shown, and can be called off.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { book, call, hold, tokenOf } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { apiClient } from './api-client.ts';
import { createVisitor } from './visitor.ts';

const ten = '2026-11-24T10:00:00+01:00';
const two = '2026-11-24T14:00:00+01:00';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
});

afterAll(() => service.close());

test('sessions and keys open nothing any more, and signing in says why', async () => {
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  const me = await apiClient(service, made.organiser.id);
  await service.settle();
  await switchOff();

  const page = await visitor.open('/organiser', false);
  const key = await me('GET', '/api/me');
  const again = await visitor.signIn(made.email);

  expect([page.status, page.headers.get('location')]).toEqual([303, '/organiser/sign-in']);
  expect(key.status).toBe(401);
  expect(again.text).toContain('switched off');
});

test.each(['', '/{slug}'])(
  'the hosted page {handle}%s says kindly that booking is closed',
  async (rest) => {
    const { handle } = made.organiser;
    await switchOff();

    const page = await createVisitor(service).open(
      `/${handle}${rest.replace('{slug}', made.eventType.slug)}`,
    );

    expect(page.status).toBe(404);
    expect(page.text).toContain('<h1>Booking is closed</h1>');
    expect(page.text).toContain(`${made.organiser.name} takes no bookings here at the moment`);
  },
);

test('neither profile nor slots are there, and nothing is held or booked', async () => {
  const { handle } = made.organiser;
  const held = await hold(service, made, ten);
  await switchOff();
  const attendee = { name: 'Lea', email: 'lea@example.org', timeZone: 'UTC' };

  const replies = [
    await call(service, 'GET', `/api/organisers/${handle}`),
    await call(
      service,
      'GET',
      `/api/organisers/${handle}/event-types/${made.eventType.slug}/slots?from=2026-11-24&to=2026-11-24&timeZone=UTC`,
    ),
    await hold(service, made, two),
    await book(service, made, two),
    await call(service, 'POST', '/api/bookings', { hold: held.body.token, attendee }),
  ];

  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403]);
});

test('an appointment is shown and can be cancelled, and not moved', async () => {
  const booked = await book(service, made, ten);
  const token = tokenOf(booked.body.manageUrl);
  await service.settle();
  await switchOff();

  const page = await createVisitor(service).open(`/bookings/${token}`);
  const moved = await call(service, 'POST', `/api/bookings/${token}/reschedule`, { start: two });
  const cancelled = await createVisitor(service).send(`/bookings/${token}/cancel`, {});
  await service.settle();

  expect(page.status).toBe(200);
  expect(page.text).toContain('Booking is closed');
  expect(page.text).toContain(`/bookings/${token}/cancel"`);
  expect(page.text).not.toContain('/move"');
  expect([moved.status, cancelled.status]).toEqual([403, 200]);
  expect(await stateOf(booked.body.id)).toBe('cancelled');
});

test('a cancellation still reaches Google, and both sides by mail', async () => {
  const booked = await book(service, made, ten, { email: 'lea@example.org' });
  await service.settle();
  await switchOff();

  await call(service, 'POST', `/api/bookings/${tokenOf(booked.body.manageUrl)}/cancel`, {});
  await service.settle();

  const events = Object.values(service.google.world.state.events[made.email]!);
  expect(events.map(({ event }) => event.status)).toEqual(['cancelled']);
  expect(service.inbox.to(made.email).at(-1)?.subject).toMatch(/cancelled/i);
  expect(service.inbox.to('lea@example.org').at(-1)?.subject).toMatch(/cancelled/i);
});

test('a link in a mail shows what was asked for, and does not book it', async () => {
  const { id, token, manage } = await request();
  await switchOff();
  const visitor = createVisitor(service);

  const shown = await visitor.open(`/confirm/${token}`);
  const pressed = await visitor.send(`/confirm/${token}`, {});
  const awaiting = await visitor.open(`/bookings/${manage}`);
  const resent = await visitor.send(`/bookings/${manage}/resend`, {});
  const corrected = await visitor.send(`/bookings/${manage}/correct`, {});

  for (const page of [shown, pressed, awaiting, resent, corrected])
    expect(page.text).toContain('Booking is closed');
  expect([shown.status, pressed.status, corrected.status]).toEqual([200, 403, 404]);
  expect(shown.text).not.toContain('action="/confirm');
  expect(await stateOf(id)).toBe('requested');
});

test('an organiser who is switched on again goes on as before', async () => {
  const { token } = await request();
  await switchOff();
  await service.parts.database.query(sql`
    update organisers set disabled_at = null where id = ${made.organiser.id}`);

  const confirmed = await call(service, 'POST', '/api/bookings/confirm', { token });

  expect(confirmed.body.state).toBe('confirmed');
  await service.settle();
});

async function switchOff(): Promise<void> {
  await service.parts.database.query(sql`
    update organisers set disabled_at = ${service.clock()} where id = ${made.organiser.id}`);
}

/** Its address is not proven yet. */
async function request() {
  await service.parts.database.query(sql`
    update event_types set confirmation = 'email' where id = ${made.eventType.id}`);
  const { body } = await book(service, made, ten);
  await service.settle();
  const token = service.parts.tokens.create('confirm', body.id);
  return { id: body.id as string, token, manage: tokenOf(body.manageUrl) };
}

async function stateOf(id: string): Promise<string> {
  const [row] = await service.parts.database.query<{ state: string }>(sql`
    select state from bookings where id = ${id}`);
  return row!.state;
}
