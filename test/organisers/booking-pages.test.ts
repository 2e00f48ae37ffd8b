// One booking's page, and its buttons from wherever they are pressed: without scripts.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import type { EventType } from '../../src/event-types/event-type.ts';
import { attendee, call } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const tuesdayAtTen = '2026-11-24T09:00:00Z';
const question = {
  key: 'reason_for_visit',
  label: 'What brings you here?',
  kind: 'short',
} as const;

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  me = await apiClient(service, made.organiser.id);
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  await service.settle();
});

afterAll(() => service.close());

test('answers stand by the questions that were asked, also once these are changed or taken away', async () => {
  const other = { ...question, key: 'zip', label: 'Where from?', isRequired: false };
  const questions = [other, { ...question, isRequired: false }];
  const answers = { reason_for_visit: 'My back', zip: 'Berlin' };
  const { id, slug } = await book({ questions }, { answers });

  const asked = await visitor.open(`/organiser/bookings/${id}`);
  await me('PATCH', `/api/me/event-types/${slug}`, {
    questions: [{ ...question, label: 'Something else?', isRequired: false }],
  });
  const later = await visitor.open(`/organiser/bookings/${id}`);

  for (const { text } of [asked, later]) {
    expect(text).toMatch(
      /<dt>Where from\?<\/dt>\s*<dd><span[^>]*>Berlin<[^]*<dt>What brings you here\?<\/dt>\s*<dd><span[^>]*>My back</,
    );
    expect(text).not.toMatch(/reason_for_visit|Something else/);
  }
});

test.each([
  ['approve', 'It is accepted already.'],
  ['decline', 'It is declined already.'],
] as const)('a second press of %s says calmly that it is done already', async (word, words) => {
  const { id } = await book({ confirmation: 'approval' });
  await visitor.send(`/organiser/bookings/${id}/${word}`, { back: 'agenda' });

  const again = await visitor.send(`/organiser/bookings/${id}/${word}`, { back: 'agenda' });

  expect(again.status).toBe(200);
  expect(again.url.pathname).toBe('/organiser');
  expect(again.text).toContain(words);
  expect(again.text).not.toMatch(/role="alert" class="notice notice-warning|<details[^>]* open/);
});

test.each([
  ['cancel', monday, 'It is cancelled already.'],
  ['no-show', '2026-11-24T10:00:00Z', 'It is noted already that the attendee did not come.'],
  ['complete', '2026-11-24T10:00:00Z', 'It is noted already that it took place.'],
] as const)('a second %s changes nothing and says so', async (word, at, words) => {
  const { id } = await book();
  service.clock.set(at);
  await visitor.send(`/organiser/bookings/${id}/${word}`, {});
  const before = await historyOf(id);

  const again = await visitor.send(`/organiser/bookings/${id}/${word}`, {});

  expect(again.status).toBe(200);
  expect(again.text).toContain(words);
  expect(await historyOf(id)).toEqual(before);
});

test('a decline takes a reason, and the attendee’s mail says it', async () => {
  const { id, email } = await book({ confirmation: 'approval' });

  const declined = await visitor.send(`/organiser/bookings/${id}/decline`, {
    back: 'agenda',
    [`reason-${id}`]: 'I am away that week',
  });

  expect(declined.text).toContain('Declined. The attendee is told.');
  await service.settle();
  const mail = service.inbox.to(email).at(-1)!;
  expect(mail.text).toContain('I am away that week');
});

test('a decline by a program takes a reason too', async () => {
  const { id } = await book({ confirmation: 'approval' });

  const declined = await me('POST', `/api/me/bookings/${id}/decline`, { reason: 'I am away' });

  expect(declined).toMatchObject({
    status: 200,
    body: { state: 'cancelled', reason: 'I am away' },
  });
});

test('a reason that is too long is shown again beside what is wrong with it', async () => {
  const { id } = await book({ confirmation: 'approval' });
  const reason = 'I am away. '.repeat(100);

  const shown = await visitor.send(`/organiser/bookings/${id}/decline`, {
    [`reason-${id}`]: reason,
  });

  expect(shown.status).toBe(400);
  expect(shown.text).toContain('Keep the reason below 1,000 characters');
  expect(shown.text).toContain('I am away. I am away.');
  expect(shown.text).toMatch(/<details class="ask" open/);
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({ state: 'requested' });
});

test('a booking’s page shows the person, how it stands, and what happened so far', async () => {
  const { id } = await book({}, { name: 'Lea Attendee', note: 'By bike' });
  await me('POST', `/api/me/bookings/${id}/reschedule`, { start: '2026-11-25T10:00:00Z' });
  await me('POST', `/api/me/bookings/${id}/cancel`, { reason: 'I am ill' });

  const { text } = await visitor.open(`/organiser/bookings/${id}`);

  expect(text).toContain('<h1>Visit with Lea Attendee</h1>');
  expect(text).toContain('Wednesday 25 November 2026');
  expect(text).toContain('Europe/Berlin (GMT+1)');
  expect(text).toContain('By bike');
  expect(text).not.toContain('First visit');
  expect(text).toContain('Cancelled');
  expect(text).toContain(
    'You moved it from 24 November, 10:00–10:30, to 25 November, 11:00–11:30.',
  );
  expect(text).toMatch(/You cancelled it\.<\/p>\s*<p class="soft">“I am ill”/);
});

test('visits are counted by the attendee’s record, whichever address each was booked with', async () => {
  const { id: earlier, email } = await book();
  const { id } = await book({}, { email }, '2026-11-25T09:00:00Z');
  await service.parts.database.query(sql`
    update bookings set attendee_email = 'former@example.org' where id = ${earlier}`);
  service.clock.set('2026-11-24T12:00:00Z');

  const { text } = await visitor.open(`/organiser/bookings/${id}`);

  expect(text).toContain('2nd visit');
});

test('the API’s description says that a decline takes a reason', async () => {
  const { text } = await visitor.open('/api/openapi.json');

  const { paths } = JSON.parse(text);
  const { content } = paths['/api/me/bookings/{id}/decline'].post.requestBody;
  expect(content['application/json'].schema.properties).toHaveProperty('reason');
});

test('a decision that was made otherwise meanwhile is refused, and no question is opened', async () => {
  const { id } = await book({ confirmation: 'approval' });
  await visitor.send(`/organiser/bookings/${id}/approve`, { back: 'agenda' });

  const refused = await visitor.send(`/organiser/bookings/${id}/decline`, { back: 'agenda' });

  expect(refused.status).toBe(403);
  expect(refused.text).toContain('There is nothing to decide on this booking.');
  expect(refused.text).not.toMatch(/<details[^>]* open/);
});

test('another organiser’s booking is not there', async () => {
  const { id } = await book();
  const other = await makeOrganiser(service);
  const stranger = createVisitor(service);
  await stranger.signIn(other.email);

  const shown = await stranger.open(`/organiser/bookings/${id}`);
  const pressed = await stranger.send(`/organiser/bookings/${id}/cancel`, {});

  expect([shown.status, pressed.status]).toEqual([404, 404]);
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({ state: 'confirmed' });
});

test('an organiser moves a booking: chooses among the free times, confirms, and the attendee is told', async () => {
  const { id, email } = await book();
  const path = `/organiser/bookings/${id}/move`;

  const times = await visitor.open(path);
  const asked = await visitor.open(`${path}?start=2026-11-24T13:00:00Z`);
  const moved = await visitor.send(path, { start: '2026-11-24T13:00:00Z' });

  expect(times.text).toContain('value="2026-11-24T13:00:00.000Z"');
  expect(times.text).not.toContain('value="2026-11-24T09:00:00.000Z"');
  expect(times.text).toContain('time-present');
  expect(asked.text).toContain('Move to this time?');
  expect(moved.url.pathname).toBe(`/organiser/bookings/${id}`);
  expect(moved.text).toContain('Moved. The attendee is told');
  await service.settle();
  expect(service.inbox.to(email).at(-1)!.subject).toMatch(/moved/i);
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({
    start: '2026-11-24T13:00:00.000Z',
  });
});

test('a time that was taken meanwhile is refused beside the others, and the booking stays', async () => {
  const { id } = await book();
  await book({}, {}, '2026-11-24T13:00:00Z');

  const refused = await visitor.send(`/organiser/bookings/${id}/move`, {
    start: '2026-11-24T13:00:00Z',
  });

  expect(refused.status).toBe(409);
  expect(refused.text).toMatch(/role="alert"/);
  expect(refused.text).toContain('id="picker"');
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({
    start: '2026-11-24T09:00:00.000Z',
  });
});

test('what is cancelled cannot be moved: its page is shown instead', async () => {
  const { id } = await book();
  await visitor.send(`/organiser/bookings/${id}/cancel`, {});
  const path = `/organiser/bookings/${id}/move`;

  const shown = await visitor.open(path);
  const sent = await visitor.send(path, { start: '2026-11-24T13:00:00Z' });

  expect(shown.url.pathname).toBe(`/organiser/bookings/${id}`);
  expect(sent.url.pathname).toBe(`/organiser/bookings/${id}`);
  expect(sent.text).toContain('Cancelled');
});

test('no stranger sees or moves a booking', async () => {
  const { id } = await book();
  const other = await makeOrganiser(service);
  const stranger = createVisitor(service);
  await stranger.signIn(other.email);
  const path = `/organiser/bookings/${id}/move`;

  const shown = await stranger.open(path);
  const sent = await stranger.send(path, { start: '2026-11-24T13:00:00Z' });

  expect([shown.status, sent.status]).toEqual([404, 404]);
});

/** Books as an attendee does, and proves the address where that is asked. */
async function book(
  offer: Partial<EventType> = {},
  wishes: Record<string, unknown> = {},
  start = tuesdayAtTen,
) {
  const { slug } = await addEventType(service, made.organiser.id, offer);
  const { answers, note, ...person } = wishes;
  const somebody = attendee(person);
  const { body } = await call(service, 'POST', '/api/bookings', {
    organiser: made.organiser.handle,
    eventType: slug,
    start,
    attendee: somebody,
    answers,
    note,
  });
  const id = String(body.id);
  const token = service.parts.tokens.create('confirm', id);
  if (body.state !== 'confirmed')
    expect(await call(service, 'POST', '/api/bookings/confirm', { token })).toMatchObject({
      status: 200,
    });
  await service.settle();
  return { id, slug, email: somebody.email };
}

function historyOf(id: string): Promise<unknown[]> {
  return service.parts.database.query(sql`
    select at, state, actor from booking_history where booking_id = ${id} order by id`);
}
