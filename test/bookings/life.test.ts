// A booking from the form to the calendar.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { listHistory } from '../../src/bookings/booking-queries.ts';
import { sql } from '../../src/database/sql.ts';
import { attendee, call, hold, tokenOf } from '../support/attendee.ts';
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

test('a slot is held, requested, proven by mail, and stands in the organiser’s calendar with the attendee invited', async () => {
  const person = attendee({ phone: '+49 30 901820', age: 40, address: 'Example Street 1' });

  const held = await hold(service, made, ten);
  const requested = await desk.request(held, person);
  const confirmed = await desk.confirm(await desk.mailedToken(person.email));
  await service.settle();

  expect(held).toMatchObject({ status: 201, body: { start: '2026-11-24T09:00:00.000Z' } });
  expect(requested).toMatchObject({
    status: 201,
    body: { state: 'requested', expiresAt: '2026-11-23T08:30:00.000Z' },
  });
  expect(confirmed).toMatchObject({
    status: 200,
    body: { state: 'confirmed', id: requested.body.id },
  });
  const [event] = desk.events();
  expect(event).toMatchObject({
    id: confirmed.body.id.replaceAll('-', ''),
    status: 'confirmed',
    attendees: [{ email: person.email }],
    guestsCanInviteOthers: false,
    extendedProperties: { private: { bookingId: confirmed.body.id } },
  });
  expect(JSON.stringify(event)).not.toMatch(/901820|Example Street/);
});

test('the proof ends the link of whoever typed the form and gives a new one', async () => {
  const { requested, email } = await desk.makeRequest();
  const typed = `/api/bookings/${tokenOf(requested.body.manageUrl)}`;
  const before = await call(service, 'GET', typed);

  const confirmed = await desk.confirm(await desk.mailedToken(email));

  const after = await call(service, 'GET', typed);
  const proven = await call(service, 'GET', `/api/bookings/${tokenOf(confirmed.body.manageUrl)}`);
  expect([before.status, after.status, proven.status]).toEqual([200, 404, 200]);
});

test('the form sent again after the proof does not give away the proven link', async () => {
  const { held, requested, email } = await desk.makeRequest();
  const confirmed = await desk.confirm(await desk.mailedToken(email));

  const again = await desk.request(held, attendee({ email }));

  expect(again).toMatchObject({ status: 200, body: { id: confirmed.body.id, state: 'confirmed' } });
  expect(again.body.manageUrl).toBe(requested.body.manageUrl);
});

test('the link pressed twice shows the same booking and sends no second mail', async () => {
  const { email } = await desk.makeRequest();
  const token = await desk.mailedToken(email);

  const first = await desk.confirm(token);
  const second = await desk.confirm(token);
  await service.settle();

  expect(second).toMatchObject({ status: 200, body: first.body });
  expect(desk.subjectsTo(email)).toEqual([
    'Please confirm: Visit with Test Organiser',
    'Confirmed: Visit with Test Organiser',
  ]);
});

test('the form sent twice makes one booking', async () => {
  const held = await hold(service, made, ten);
  const person = attendee();

  const [first, second] = await Promise.all([
    desk.request(held, person),
    desk.request(held, person),
  ]);

  expect(new Set([first.status, second.status])).toEqual(new Set([200, 201]));
  expect(second.body.id).toBe(first.body.id);
});

test('a token is good for its purpose only', async () => {
  const { held, requested, email } = await desk.makeRequest();
  const confirmToken = await desk.mailedToken(email);

  const answers = await Promise.all([
    desk.confirm(held.body.token),
    desk.confirm(tokenOf(requested.body.manageUrl)),
    call(service, 'GET', `/api/bookings/${confirmToken}`),
    call(service, 'DELETE', `/api/holds/${confirmToken}`),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test('nothing shown of a booking tells age, gender, address or answers', async () => {
  const { manage } = await desk.makeConfirmed({
    age: 44,
    gender: 'woman',
    address: 'Secret Lane 3',
  });

  const shown = await call(service, 'GET', manage);

  expect(JSON.stringify(shown.body)).not.toMatch(/"age"|"gender"|"address"|"answers"|woman|Secret/);
});

test('every change is in the history: what, when, by whom', async () => {
  const { manage, id } = await desk.makeConfirmed();
  await call(service, 'POST', `${manage}/cancel`, { reason: 'ill' });

  const history = await listHistory(service.parts.database, id);

  expect(history.map(({ state, actor }) => [state, actor])).toEqual([
    ['held', 'attendee'],
    ['requested', 'attendee'],
    ['confirmed', 'attendee'],
    ['cancelled', 'attendee'],
  ]);
  expect(history.at(-1)!.reason).toBe('ill');
});

test('an attendee is kept once per organiser and address, and only from the proof on', async () => {
  const email = `one-${made.organiser.handle}@example.org`;
  const count = async () => {
    const [row] = await service.parts.database.query<{ count: number }>(
      sql`select count(*)::integer as count from attendees where email = ${email}`,
    );
    return row!.count;
  };
  await desk.makeRequest(ten, { email });
  const unproven = await count();
  await desk.confirm(await desk.mailedToken(email));
  service.inbox.clear();

  await desk.makeRequest(two, { email: email.toUpperCase() });
  await desk.confirm(await desk.mailedToken(email.toUpperCase()));

  expect(unproven).toBe(0);
  expect(await count()).toBe(1);
});
