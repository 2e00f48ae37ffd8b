// Erasure on request with its receipt, exports, and fields that go by themselves after the visit.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sweepBookings } from '../../src/bookings/sweep-bookings.ts';
import { sql } from '../../src/database/sql.ts';
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

test('an erased attendee leaves times and outcomes, and no trace of the person', async () => {
  const email = 'secret.person@example.org';
  const visit = { email, name: 'Secret Person', phone: '+4930999', age: 40, note: 'my secret' };
  const { id, attendeeId } = await appointment(service, made, '2026-11-10T09:00:00Z', visit);
  await api('PATCH', `/api/me/attendees/${attendeeId}`, { note: 'secret too' });
  await api('PATCH', `/api/me/bookings/${id}`, { note: 'secret of that day' });

  const { status, body } = await api('DELETE', `/api/me/attendees/${attendeeId}`);

  expect(status).toBe(200);
  expect(body).toMatchObject({
    erasedAt: new Date(monday).toISOString(),
    fields: ['name', 'email', 'phone', 'organiserNote', 'age', 'note', 'timeZone'],
    addressCount: 1,
    bookingCount: 1,
    cancelledCount: 0,
  });
  expect((await api('GET', `/api/me/bookings/${id}`)).body).toMatchObject({
    state: 'completed',
    start: '2026-11-10T09:00:00.000Z',
    attendee: null,
  });
  expect(await everythingKept()).not.toMatch(/secret(?!_link_id)/i);
});

test('what was typed for a change, or said by a mail server, goes too', async () => {
  const { id, attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  await service.parts.database.query(sql`
    update bookings set state = 'cancelled', reason = 'secret illness', attendee_comment = 'secret' where id = ${id}`);
  await service.parts.database.query(sql`
    insert into sent_mails (booking_id, message, revision, sent_at, refusal)
    values (${id}, 'confirmed', 0, ${service.clock()}, 'no mailbox secret@example.org')`);

  await api('DELETE', `/api/me/attendees/${attendeeId}`);

  expect(await everythingKept()).not.toMatch(/secret(?!_link_id)/i);
});

test('the receipt can be read again, and names nobody', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  const erased = await api('DELETE', `/api/me/attendees/${attendeeId}`);

  const { body } = await api('GET', `/api/me/privacy/receipts/${String(erased.body['id'])}`);

  expect(body).toEqual(erased.body);
  expect(JSON.stringify(body)).not.toMatch(/Lea|example\.org/);
});

test('another organiser’s receipt does not exist', async () => {
  const { attendeeId } = await appointment(service, made, '2026-10-01T09:00:00Z');
  const { body } = await api('DELETE', `/api/me/attendees/${attendeeId}`);
  const stranger = await apiClient(service, (await makeOrganiser(service)).organiser.id);

  const one = await stranger('GET', `/api/me/privacy/receipts/${String(body['id'])}`);
  const list = await stranger('GET', '/api/me/privacy/receipts');

  expect([one.status, list.body['receipts']]).toEqual([404, []]);
});

test('nobody is erased who has an appointment to come, unless that is to be cancelled', async () => {
  const attendeeId = await bookedAttendee();

  const refused = await api('DELETE', `/api/me/attendees/${attendeeId}`);
  const kept = await api('GET', `/api/me/attendees/${attendeeId}`);

  expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(kept.body['nextBookingAt']).toBe('2026-11-24T09:00:00.000Z');
});

test('with consent, the appointment to come is cancelled and its event goes from Google', async () => {
  const attendeeId = await bookedAttendee();

  const { body } = await api('DELETE', `/api/me/attendees/${attendeeId}?cancelUpcoming=true`);
  await service.settle();

  expect(body).toMatchObject({ bookingCount: 1, cancelledCount: 1 });
  expect(eventStates()).toEqual(['cancelled']);
  expect(await everythingKept()).not.toContain('lea.upcoming');
});

test('an event of the past stays in Google as it is', async () => {
  const attendeeId = await bookedAttendee();
  service.clock.set('2026-11-24T12:00:00Z');

  await api('DELETE', `/api/me/attendees/${attendeeId}`);
  await service.settle();

  expect(eventStates()).toEqual(['confirmed']);
});

test('nobody is erased while the appointment is under way', async () => {
  const attendeeId = await bookedAttendee();
  service.clock.set('2026-11-24T09:10:00Z');

  const reply = await api('DELETE', `/api/me/attendees/${attendeeId}?cancelUpcoming=true`);

  expect(reply.status).toBe(403);
});

test('links that were given out end with the erasure', async () => {
  const email = 'lea.link@example.org';
  const { body } = await book(service, made, '2026-11-24T10:00:00+01:00', { email });
  await service.settle();
  service.clock.set('2026-11-24T12:00:00Z');
  await api('DELETE', `/api/me/attendees/${await idOf(email)}`);

  const page = await fetch(body.manageUrl as string);

  expect(page.status).toBe(404);
});

test('a mail of before the erasure leads to a page that names nobody', async () => {
  const email = 'lea.mail@example.org';
  const asking = await addEventType(service, made.organiser.id, { confirmation: 'email' });
  await book(service, { ...made, eventType: asking }, '2026-11-24T10:00:00+01:00', { email });
  await service.settle();
  const { text } = await service.inbox.waitFor(({ envelope }) => envelope.to.includes(email));
  const token = /\/confirm\/([\w-]+)/.exec(text)![1]!;
  await call(service, null, 'POST', '/api/bookings/confirm', { token });
  service.clock.set('2026-11-24T12:00:00Z');
  await api('DELETE', `/api/me/attendees/${await idOf(email)}`);

  const page = await fetch(`${service.url}/confirm/${token}`);

  expect(page.status).toBeLessThan(500);
  expect(await page.text()).not.toMatch(/Lea Attendee|lea\.mail/);
});

test('who was merged is erased whole, under every address', async () => {
  const one = await appointment(service, made, '2026-10-01T09:00:00Z', { email: 'a@example.org' });
  const two = await appointment(service, made, '2026-10-02T09:00:00Z', { email: 'b@example.org' });
  const path = `/api/me/attendees/${one.attendeeId}`;
  await api('POST', `${path}/merge`, { with: two.attendeeId, email: 'b@example.org' });

  const { body } = await api('DELETE', path);

  expect(body).toMatchObject({ addressCount: 2, bookingCount: 2 });
  expect(await everythingKept()).not.toMatch(/[ab]@example\.org/);
});

test('an export holds the record, every booking, its history and its mails', async () => {
  const wishes = { email: 'lea@example.org', answers: { Why: 'Knee' }, age: 40 };
  const { id, attendeeId } = await appointment(service, made, '2026-11-10T09:00:00Z', wishes);

  const { body, headers } = await api('GET', `/api/me/attendees/${attendeeId}/export`);

  expect(headers.get('content-disposition')).toContain('attachment');
  expect(body).toMatchObject({
    attendee: { email: 'lea@example.org', visits: 1 },
    bookings: [
      { id, age: 40, answers: { Why: 'Knee' }, history: [{ state: 'completed' }], mails: [] },
    ],
  });
});

test('by default age goes 30 days after the visit, and the phone number stays', async () => {
  const wishes = { age: 40, phone: '+4930123' };
  const { id } = await appointment(service, made, '2026-10-24T09:00:00Z', wishes);

  service.clock.set('2026-11-23T09:29:00Z');
  await sweepBookings(service.parts);
  const before = await fieldsOf(id);
  service.clock.set('2026-11-23T09:30:00Z');
  await sweepBookings(service.parts);

  expect(before).toMatchObject({ age: 40 });
  expect(await fieldsOf(id)).toMatchObject({ age: null, phone: '+4930123' });
});

test('each field goes by its own number of days; what is to be kept stays', async () => {
  await api('PATCH', '/api/me/privacy', {
    retention: { age: null, answers: 7, note: 14, phone: 7 },
  });
  const wishes = { age: 40, answers: { Why: 'Knee' }, note: 'Stairs', phone: '+4930123' };
  const { id, attendeeId } = await appointment(service, made, '2026-11-13T09:00:00Z', wishes);

  await sweepBookings(service.parts);

  expect(await fieldsOf(id)).toEqual({ age: 40, answers: null, note: 'Stairs', phone: null });
  expect((await api('GET', `/api/me/attendees/${attendeeId}`)).body['phone']).toBeNull();
});

test('a visit to come keeps what its form said', async () => {
  const wishes = { state: 'confirmed', age: 40 } as const;
  const { id } = await appointment(service, made, '2026-11-24T09:00:00Z', wishes);

  await sweepBookings(service.parts);

  expect(await fieldsOf(id)).toMatchObject({ age: 40 });
});

test('days are whole, and at least one', async () => {
  const reply = await api('PATCH', '/api/me/privacy', { retention: { age: 0, gender: 1.5 } });

  expect(reply.status).toBe(400);
  expect(reply.body['errors']).toMatchObject([
    { field: 'retention.age' },
    { field: 'retention.gender' },
  ]);
});

async function bookedAttendee(): Promise<string> {
  const email = 'lea.upcoming@example.org';
  await book(service, made, '2026-11-24T10:00:00+01:00', { email });
  await service.settle();
  return idOf(email);
}

async function idOf(email: string): Promise<string> {
  const { body } = await api('GET', `/api/me/attendees?q=${email}`);
  return (body['attendees'] as { id: string }[])[0]!.id;
}

function eventStates(): unknown[] {
  return Object.values(service.google.world.state.events[made.email]!).map(
    ({ event }) => event.status,
  );
}

/** Every row of this organiser that could tell of a person. */
async function everythingKept(): Promise<string> {
  const { id } = made.organiser;
  const rows = await service.parts.database.query(sql`
    select (select json_agg(b) from bookings b where b.organiser_id = ${id}) as bookings,
      (select json_agg(a) from attendees a where a.organiser_id = ${id}) as attendees,
      (select json_agg(f) from former_addresses f where f.organiser_id = ${id}) as former,
      (select json_agg(e) from erasures e where e.organiser_id = ${id}) as erasures,
      (select json_agg(h) from booking_history h join bookings b on b.id = h.booking_id
        where b.organiser_id = ${id}) as history,
      (select json_agg(m) from sent_mails m join bookings b on b.id = m.booking_id
        where b.organiser_id = ${id}) as mails`);
  return JSON.stringify(rows);
}

async function fieldsOf(id: string): Promise<unknown> {
  const [row] = await service.parts.database.query(sql`
    select age, answers, note, attendee_phone as phone from bookings where id = ${id}`);
  return row;
}
