import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { listHistory } from '../../src/bookings/booking-queries.ts';
import { sql } from '../../src/database/sql.ts';
import { type Answer, attendee, book, call, hold, tokenOf } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
});

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';
const two = '2026-11-24T14:00:00+01:00';
const minutes = (count: number) => count * 60_000;

test('a slot is held, requested, proven by mail, and stands in the organiser’s calendar with the attendee invited', async () => {
  const person = attendee({ phone: '+49 30 901820', age: 40, address: 'Example Street 1' });

  const held = await hold(service, made, ten);
  const requested = await request(held, person);
  const confirmed = await confirm(await mailedToken(person.email));
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
  const [event] = eventsOf(made.email);
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
  const { requested, email } = await makeRequest();
  const typed = `/api/bookings/${tokenOf(requested.body.manageUrl)}`;
  const before = await call(service, 'GET', typed);

  const confirmed = await confirm(await mailedToken(email));

  const after = await call(service, 'GET', typed);
  const proven = await call(service, 'GET', `/api/bookings/${tokenOf(confirmed.body.manageUrl)}`);
  expect([before.status, after.status, proven.status]).toEqual([200, 404, 200]);
});

test('the form sent again after the proof does not give away the proven link', async () => {
  const { held, requested, email } = await makeRequest();
  const confirmed = await confirm(await mailedToken(email));

  const again = await request(held, attendee({ email }));

  expect(again).toMatchObject({ status: 200, body: { id: confirmed.body.id, state: 'confirmed' } });
  expect(again.body.manageUrl).toBe(requested.body.manageUrl);
});

test('the link pressed twice shows the same booking and sends no second mail', async () => {
  const { email } = await makeRequest();
  const token = await mailedToken(email);

  const first = await confirm(token);
  const second = await confirm(token);
  await service.settle();

  expect(second).toMatchObject({ status: 200, body: first.body });
  expect(subjectsTo(email)).toEqual([
    'Please confirm: Visit with Test Organiser',
    'Confirmed: Visit with Test Organiser',
  ]);
});

test('the form sent twice makes one booking', async () => {
  const held = await hold(service, made, ten);
  const person = attendee();

  const [first, second] = await Promise.all([request(held, person), request(held, person)]);

  expect(new Set([first.status, second.status])).toEqual(new Set([200, 201]));
  expect(second.body.id).toBe(first.body.id);
});

test('a token is good for its purpose only', async () => {
  const { held, requested, email } = await makeRequest();
  const confirmToken = await mailedToken(email);

  const answers = await Promise.all([
    confirm(held.body.token),
    confirm(tokenOf(requested.body.manageUrl)),
    call(service, 'GET', `/api/bookings/${confirmToken}`),
    call(service, 'DELETE', `/api/holds/${confirmToken}`),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test('pressed too late, the slot is taken all the same while it is free', async () => {
  const { email } = await makeRequest();
  const token = await mailedToken(email);

  service.clock.advance(minutes(45));
  const confirmed = await confirm(token);

  expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed' } });
});

test('pressed too late for a slot that is taken, the nearest three are named', async () => {
  const { email } = await makeRequest();
  const token = await mailedToken(email);
  service.clock.advance(minutes(45));
  await hold(service, made, ten);

  const late = await confirm(token);

  expect(late).toMatchObject({
    status: 410,
    body: {
      code: 'request_expired',
      alternatives: [
        { start: '2026-11-24T08:15:00.000Z' },
        { start: '2026-11-24T08:30:00.000Z' },
        { start: '2026-11-24T09:30:00.000Z' },
      ],
    },
  });
});

test('a stale request blocks nobody, even when no job has run', async () => {
  await makeRequest();
  service.clock.advance(minutes(30));

  const next = await hold(service, made, ten);

  expect(next.status).toBe(201);
});

test('something that came into Google meanwhile wins over an unproven request', async () => {
  const { email } = await makeRequest();
  service.google.world.state.calendars[made.email]!.busyTasks.push({
    start: '2026-11-24T09:00:00Z',
    end: '2026-11-24T10:00:00Z',
  });
  service.clock.advance(minutes(1));

  const answer = await confirm(await mailedToken(email));

  expect(answer).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('with Google failing at the confirmation, nothing is lost and a later press succeeds', async () => {
  const { email } = await makeRequest();
  const token = await mailedToken(email);
  service.clock.advance(minutes(1));
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'backendError',
    times: 'until_cleared',
  });

  const failed = await confirm(token);
  service.google.faults.clear();
  const confirmed = await confirm(token);

  expect(failed).toMatchObject({ status: 503, body: { code: 'calendar_unavailable' } });
  expect(failed.headers.get('Retry-After')).not.toBeNull();
  expect(confirmed.status).toBe(200);
});

test('an event that Google refuses for a while is written when it answers again', async () => {
  const { email } = await makeRequest();
  service.google.faults.add({ method: 'calendar.events.insert', fault: 'backendError', times: 2 });

  await confirm(await mailedToken(email));
  await service.inbox.waitFor(
    ({ subject, envelope }) => subject.startsWith('Confirmed') && envelope.to.includes(email),
    30_000,
  );

  expect(eventsOf(made.email)).toHaveLength(1);
});

test('a booking moves to another slot, its own time not in its way, and both sides hear of it once', async () => {
  const { manage, email } = await makeConfirmed();
  const overlapping = '2026-11-24T10:15:00+01:00';

  const moved = await call(service, 'POST', `${manage}/reschedule`, { start: overlapping });
  await service.settle();

  expect(moved).toMatchObject({ status: 200, body: { start: '2026-11-24T09:15:00.000Z' } });
  expect(eventsOf(made.email)[0]).toMatchObject({
    start: { dateTime: '2026-11-24T09:15:00.000Z' },
  });
  expect(subjectsTo(email).filter((subject) => subject.startsWith('Moved'))).toHaveLength(1);
  expect(subjectsTo(made.email).filter((subject) => subject.startsWith('Moved'))).toHaveLength(1);
});

test('a booking does not move onto somebody else', async () => {
  const { manage } = await makeConfirmed();
  await hold(service, made, two);

  const moved = await call(service, 'POST', `${manage}/reschedule`, { start: two });

  expect(moved).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('a cancelled booking leaves the calendar, frees its slot and cannot be cancelled again', async () => {
  const { manage, email } = await makeConfirmed();

  const cancelled = await call(service, 'POST', `${manage}/cancel`, { reason: 'ill' });
  const again = await call(service, 'POST', `${manage}/cancel`, {});
  await service.settle();
  const next = await hold(service, made, ten);

  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect(again).toMatchObject({ status: 409, body: { code: 'already_cancelled' } });
  expect(eventsOf(made.email)).toMatchObject([{ status: 'cancelled' }]);
  expect(subjectsTo(email).at(-1)).toBe('Cancelled: Visit with Test Organiser');
  expect(next.status).toBe(201);
});

test('the mails’ calendar file is Google’s event: the same UID, rising sequence, and a cancellation in the end', async () => {
  const { manage, email } = await makeConfirmed();
  await call(service, 'POST', `${manage}/reschedule`, { start: two });
  await service.settle();
  await call(service, 'POST', `${manage}/cancel`, {});
  await service.settle();

  const files = service.inbox
    .to(email)
    .flatMap(({ attachments }) =>
      attachments.filter(({ name }) => name === 'appointment.ics').map(textOf),
    );

  const uid = `UID:${eventsOf(made.email)[0]!.iCalUID}`;
  expect(files).toHaveLength(3);
  expect(files.map((file) => file.includes(uid))).toEqual([true, true, true]);
  expect(files.map((file) => /METHOD:(\w+)/.exec(file)![1])).toEqual([
    'PUBLISH',
    'PUBLISH',
    'CANCEL',
  ]);
  const sequences = files.map((file) => Number(/SEQUENCE:(\d+)/.exec(file)![1]));
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  expect(new Set(sequences).size).toBe(3);
});

test('nothing shown of a booking tells age, gender, address or answers', async () => {
  const { manage } = await makeConfirmed({ age: 44, gender: 'woman', address: 'Secret Lane 3' });

  const shown = await call(service, 'GET', manage);

  expect(JSON.stringify(shown.body)).not.toMatch(/"age"|"gender"|"address"|"answers"|woman|Secret/);
});

test('every change is in the history: what, when, by whom', async () => {
  const { manage, id } = await makeConfirmed();
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
  await makeRequest(ten, { email });
  const unproven = await count();
  await confirm(await mailedToken(email));
  service.inbox.clear();

  await makeRequest(two, { email: email.toUpperCase() });
  await confirm(await mailedToken(email.toUpperCase()));

  expect(unproven).toBe(0);
  expect(await count()).toBe(1);
});

test('the same Idempotency-Key gives the same booking, also after it was cancelled; another body is refused', async () => {
  const body = {
    organiser: made.organiser.handle,
    eventType: made.eventType.slug,
    start: ten,
    attendee: attendee(),
  };
  const key = { 'Idempotency-Key': `key-${made.organiser.handle}` };
  const first = await call(service, 'POST', '/api/bookings', body, key);
  await call(service, 'POST', `/api/bookings/${tokenOf(first.body.manageUrl)}/cancel`, {});

  const replay = await call(service, 'POST', '/api/bookings', body, key);
  const other = await call(service, 'POST', '/api/bookings', { ...body, start: two }, key);

  expect(first.status).toBe(201);
  expect(replay).toMatchObject({ status: 200, body: { id: first.body.id, state: 'cancelled' } });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
});

test('an address with three unproven requests gets no fourth mail', async () => {
  const email = `flood-${made.organiser.handle}@example.org`;
  for (const hour of ['10', '11', '12'])
    await book(service, made, `2026-11-24T${hour}:00:00+01:00`, { email });

  const fourth = await book(service, made, '2026-11-24T13:00:00+01:00', { email });

  expect(fourth).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
});

test('every fault of a form is named at once, and nothing is booked', async () => {
  const held = await hold(service, made, ten);

  const answer = await request(held, {
    name: '',
    email: 'nowhere',
    timeZone: 'Mars/Base',
    age: 999,
    colour: 'red',
  });

  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'attendee.age',
    'attendee.colour',
    'attendee.email',
    'attendee.name',
    'attendee.timeZone',
  ]);
});

test('what is not JSON, or not even that, is told apart', async () => {
  const post = (type: string, body: string) =>
    fetch(`${service.url}/api/bookings`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });

  const [xml, torn, huge] = await Promise.all([
    post('application/xml', '<a/>'),
    post('application/json', '{"hold":'),
    post('application/json', JSON.stringify({ note: 'x'.repeat(100_000) })),
  ]);

  expect([xml.status, torn.status, huge.status]).toEqual([415, 400, 413]);
});

async function makeRequest(start = ten, wishes: object = {}) {
  const person = attendee(wishes);
  const held = await hold(service, made, start);
  const requested = await request(held, person);
  return { held, requested, email: person.email };
}

async function makeConfirmed(wishes: object = {}) {
  const { email } = await makeRequest(ten, wishes);
  const { body } = await confirm(await mailedToken(email));
  await service.settle();
  return { email, id: body.id as string, manage: `/api/bookings/${tokenOf(body.manageUrl)}` };
}

function request(held: Answer, person: object): Promise<Answer> {
  return call(service, 'POST', '/api/bookings', { hold: held.body.token, attendee: person });
}

function confirm(token: string): Promise<Answer> {
  return call(service, 'POST', '/api/bookings/confirm', { token });
}

async function mailedToken(email: string): Promise<string> {
  const { text } = await service.inbox.waitFor(
    ({ envelope, subject }) =>
      envelope.to.includes(email.toLowerCase()) && subject.startsWith('Please confirm'),
  );
  return /\/confirm\/([\w-]+)/.exec(text)![1]!;
}

function subjectsTo(email: string): string[] {
  return service.inbox.to(email).map(({ subject }) => subject);
}

function eventsOf(address: string) {
  return Object.values(service.google.world.state.events[address]!).map(({ event }) => event);
}

function textOf({ content }: { content: Uint8Array }): string {
  return Buffer.from(content).toString().replaceAll('\r\n ', '');
}
