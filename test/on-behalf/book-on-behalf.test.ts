// A booking that the organiser makes for somebody, by program.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createApiKey } from '../../src/organisers/create-api-key.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { apiClient, call } from '../organisers/api-client.ts';
import { hold } from '../support/attendee.ts';
import { addEventType, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import {
  type BehalfDesk,
  book,
  countAt,
  lea,
  openBehalfDesk,
  saturdayAtTen,
  tuesdayAtTen,
} from './desk.ts';

let service: TestService;
let desk: BehalfDesk;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  desk = await openBehalfDesk(service);
});

afterAll(() => service.close());

test('it is confirmed at once, written to Google with the attendee invited, and told to them', async () => {
  const { status, body } = await book(desk, { note: 'Rang up' });
  await service.settle();

  expect(status).toBe(201);
  expect(body).toMatchObject({ state: 'confirmed', bookedBy: 'organiser', note: 'Rang up' });
  const [event] = Object.values(service.google.world.state.events[desk.made.email]!);
  expect(event!.event.attendees).toMatchObject([{ email: lea.email }]);
  expect(JSON.stringify(event)).not.toContain('Rang up');
  const [mail, ...others] = service.inbox.to(lea.email);
  expect(mail!.text).toContain('Test Organiser has booked an appointment for you.');
  expect(mail!.text).toMatch(/\/bookings\/[\w-]+/);
  expect(others).toEqual([]);
  expect(service.inbox.to(desk.made.email)).toEqual([]);
});

test('the mail’s link shows, moves and cancels', async () => {
  await book(desk, { attendee: { ...lea, email: 'mover@example.org' } });
  await service.settle();
  const token = /\/bookings\/([\w-]+)/.exec(service.inbox.to('mover@example.org')[0]!.text)![1]!;
  const path = `/api/bookings/${token}`;

  const shown = await call(service, null, 'GET', path);
  const moved = await call(service, null, 'POST', `${path}/reschedule`, {
    start: '2026-11-24T13:00:00Z',
  });
  const cancelled = await call(service, null, 'POST', `${path}/cancel`, {});

  expect([shown.status, moved.status, cancelled.status]).toEqual([200, 200, 200]);
});

test('a known attendee’s record is found, and keeps what it knows', async () => {
  const first = await book(desk, { attendee: { ...lea, phone: '+4930901820' } });
  service.clock.set('2026-11-24T12:00:00Z');
  const again = { name: 'L. A.', email: 'LEA@example.org' };

  const second = await book(desk, { attendee: again, start: '2026-11-25T09:00:00Z' });

  const ids = [first, second].map(({ body }) => (body['attendee'] as { id: string }).id);
  expect(ids[0]).toBe(ids[1]);
  const record = await desk.me('GET', `/api/me/attendees/${ids[0]}`);
  expect(record.body).toMatchObject({ name: lea.name, phone: '+4930901820' });
  expect(second.body).toMatchObject({ attendee: { name: 'L. A.', visits: 1 } });
});

test('outside of the hours it takes a word, and then it is booked', async () => {
  const asked = await book(desk, { start: saturdayAtTen });
  const accepted = await book(desk, { start: saturdayAtTen, accept: ['outside_hours'] });

  expect(asked).toMatchObject({
    status: 409,
    body: {
      code: 'slot_not_offered',
      errors: [{ field: 'accept.outside_hours', message: 'It is outside of your hours.' }],
    },
  });
  expect(accepted.status).toBe(201);
});

test('neither minimum notice nor the grid nor the horizon binds the organiser', async () => {
  const soon = await book(desk, { start: '2026-11-23T08:07:00Z' });
  const late = await book(desk, { start: '2027-11-23T10:00:00Z' });
  const past = await book(desk, { start: '2026-11-23T07:59:00Z' });
  const distant = await book(desk, { start: '2029-11-23T10:00:00Z' });

  expect([soon.status, late.status]).toEqual([201, 201]);
  expect(past).toMatchObject({ status: 409, body: { code: 'slot_not_offered' } });
  expect(distant).toMatchObject({ status: 409, body: { code: 'slot_not_offered' } });
});

test('a day that is full takes a word', async () => {
  const { slug: eventType } = await addEventType(service, desk.made.organiser.id, { dailyCap: 1 });
  await book(desk, { eventType });
  const start = '2026-11-24T13:00:00Z';

  const asked = await book(desk, { eventType, start });
  const accepted = await book(desk, { eventType, start, accept: ['day_full'] });

  expect(asked).toMatchObject({ status: 409, body: { errors: [{ field: 'accept.day_full' }] } });
  expect(accepted.status).toBe(201);
});

test('what is busy at Google is named by calendar and time, and takes a word of its own', async () => {
  haveDentist();

  const asked = await book(desk);
  const wrong = await book(desk, { accept: ['outside_hours', 'day_full'] });
  const accepted = await book(desk, { accept: ['busy'] });

  const { message } = (asked.body['errors'] as { message: string }[])[0]!;
  expect(message).toBe(`“Main calendar of ${desk.made.email}” is busy at Google, 09:30–10:30.`);
  expect([asked.status, wrong.status, accepted.status]).toEqual([409, 409, 201]);
});

test('another booking’s time is never taken, whatever is accepted; the answer says whose it is', async () => {
  await book(desk);

  const refused = await book(desk, {
    start: '2026-11-24T09:15:00Z',
    accept: ['outside_hours', 'day_full', 'busy'],
  });

  expect(refused).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
  expect(JSON.stringify(refused.body)).toContain('Lea Attendee');
});

test('a time that somebody holds is not taken', async () => {
  await hold(service, desk.made, tuesdayAtTen);

  const refused = await book(desk);

  expect(refused).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
});

test('where Google does not answer, nothing is booked, and it says so', async () => {
  service.clock.advance(10 * 60_000);
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'backendError',
    times: 'until_cleared',
  });

  const refused = await book(desk, { accept: ['outside_hours', 'day_full', 'busy'] });

  expect(refused).toMatchObject({ status: 503, body: { code: 'calendar_unavailable' } });
  expect(await countAt(service, desk)).toBe(0);
});

test('two tabs and an attendee who want one time: one of them has it', async () => {
  const { organiser, eventType } = desk.made;
  const slot = { organiser: organiser.handle, eventType: eventType.slug, start: tuesdayAtTen };
  const person = { name: 'Ann', email: 'ann@example.org', timeZone: 'Europe/Berlin' };

  const replies = await Promise.all([
    book(desk, { attendee: { name: 'Bo', email: 'bo@example.org' } }),
    call(service, null, 'POST', '/api/bookings', { ...slot, attendee: person }),
    book(desk, { attendee: { name: 'Cy', email: 'cy@example.org' } }),
  ]);

  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  expect(await countAt(service, desk)).toBe(1);
});

test('the same Idempotency-Key makes one booking; another organiser’s same key is another key', async () => {
  const other = await openBehalfDesk(service);
  const send = async ({ made }: BehalfDesk, more: object = {}) => {
    const { key } = await createApiKey(service.parts, made.organiser.id, {
      name: 'test',
      scope: 'write',
    });
    const wanted = { eventType: made.eventType.slug, start: tuesdayAtTen, attendee: lea, ...more };
    const response = await fetch(new URL('/api/me/bookings', service.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': 'one',
      },
      body: JSON.stringify(wanted),
    });
    return { status: response.status, body: (await response.json()) as { id: string } };
  };

  const [one, two] = await Promise.all([send(desk), send(desk)]);
  const changed = await send(desk, { note: 'Else' });
  const theirs = await send(other);

  expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 201]);
  expect(one.body.id).toBe(two.body.id);
  expect(changed.status).toBe(422);
  expect(theirs.status).toBe(201);
});

test('every fault is named at once; phone, questions and all else may be left out', async () => {
  const faulty = await book(desk, {
    start: '2026-11-24T09:00:30Z',
    attendee: { name: '', email: 'nobody', phone: '12' },
    accept: ['anything'],
    color: 'red',
  });
  const placeless = await desk.me('POST', '/api/me/bookings', { attendee: { name: 'A' } });

  expect(fieldsOf(faulty.body)).toEqual([
    'accept.0',
    'attendee.email',
    'attendee.name',
    'attendee.phone',
    'color',
    'start',
  ]);
  expect(fieldsOf(placeless.body)).toEqual(['attendee.email', 'eventType', 'start']);
});

test('another organiser’s event type does not exist', async () => {
  const stranger = await makeOrganiser(service);
  const me = await apiClient(service, stranger.organiser.id);

  const reply = await book({ ...desk, me });

  expect(reply.status).toBe(404);
});

test('the history begins with the organiser’s booking', async () => {
  const { body } = await book(desk);

  const { text } = await desk.visitor.open(`/organiser/bookings/${String(body['id'])}`);

  expect(text).toContain('You booked it: 24 November, 10:00–10:30.');
  expect(text).toContain('You, on their behalf');
});

function haveDentist(): void {
  const [start, end] = [new Date('2026-11-24T08:30:00Z'), new Date('2026-11-24T09:30:00Z')];
  addEvent(service.google.world, desk.made.email, { summary: 'Dentist', start, end });
}

function fieldsOf(body: Record<string, unknown>): string[] {
  return (body['errors'] as { field: string }[]).map(({ field }) => field).toSorted();
}
