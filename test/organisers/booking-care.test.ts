// What an organiser sees to on a booking's page beside its time: a note, whether somebody came, what Google refused.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { attendee, book, call } from '../support/attendee.ts';
import { type Desk, openDesk, ten } from '../support/desk.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const secret = 'Asked for the quiet room';

let service: TestService;
let made: MadeOrganiser;
let desk: Desk;
let me: ApiClient;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  service.google.faults.clear();
  made = await makeOrganiser(service);
  desk = openDesk(service, made);
  me = await apiClient(service, made.organiser.id);
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  await service.settle();
});

afterAll(() => service.close());

test('a note is kept for the organiser, and the history says that it changed, not what it says', async () => {
  const { id } = await booked();

  const saved = await visitor.send(`/organiser/bookings/${id}/note`, { note: secret });

  expect(saved.text).toContain('Your note is saved.');
  expect(saved.text).toMatch(new RegExp(`<textarea[^>]*>${secret}</textarea>`));
  expect(saved.text).toContain('You changed your note.');
  expect(saved.text.split(secret)).toHaveLength(2);
});

test('a note reaches neither the attendee, nor a mail, nor Google', async () => {
  const { id, manage, email } = await booked();

  await me('PATCH', `/api/me/bookings/${id}`, { note: secret });
  await me('POST', `/api/me/bookings/${id}/reschedule`, { start: '2026-11-24T13:00:00Z' });
  await service.settle();

  const page = await visitor.open(manage);
  const api = await call(service, 'GET', `/api${manage}`);
  const mails = service.inbox.to(email).map(({ text, html }) => `${text} ${html}`);
  expect(mails).toHaveLength(2);
  expect(
    [page.text, JSON.stringify(api.body), JSON.stringify(desk.events()), ...mails].join(),
  ).not.toContain(secret);
});

test('a program reads and changes the note; null takes it away', async () => {
  const { id } = await booked();
  const path = `/api/me/bookings/${id}`;

  const noted = await me('PATCH', path, { note: ` ${secret}\r\n` });
  service.clock.advance(1000);
  const cleared = await me('PATCH', path, { note: null });
  const faulty = await me('PATCH', path, { note: 'x'.repeat(5001), color: 'red' });

  expect(noted).toMatchObject({ status: 200, body: { note: secret } });
  expect(cleared.body['note']).toBeNull();
  expect(faulty).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
});

test('a note that is too long is shown again as it was typed, with what is wrong', async () => {
  const { id } = await booked();
  const note = 'Once upon a time. '.repeat(300).trim();

  const shown = await visitor.send(`/organiser/bookings/${id}/note`, { note });

  expect(shown.status).toBe(400);
  expect(shown.text).toContain(note);
  expect(shown.text).toContain('Keep it below 5,000 characters');
});

test('another organiser’s booking takes no note', async () => {
  const { id } = await booked();
  const stranger = await apiClient(service, (await makeOrganiser(service)).organiser.id);

  const reply = await stranger('PATCH', `/api/me/bookings/${id}`, { note: secret });

  expect(reply.status).toBe(404);
  expect((await me('GET', `/api/me/bookings/${id}`)).body['note']).toBeNull();
});

test('that somebody did not come is noted at once, and taken back at once', async () => {
  const { id } = await booked();
  service.clock.set('2026-11-24T12:00:00Z');

  const absent = await visitor.send(`/organiser/bookings/${id}/no-show`, {});
  const undone = await visitor.send(`/organiser/bookings/${id}/complete`, {});

  expect(absent.text).toMatch(
    /Noted: the attendee did not come\.[^]*action="[^"]*\/complete"[^]*Undo/,
  );
  expect(undone.text).toContain('Noted: it took place.');
  expect((await me('GET', `/api/me/bookings/${id}`)).body['state']).toBe('completed');
});

test('what Google refuses for good is told with its answer, and tried again on request', async () => {
  service.google.faults.add({ method: 'calendar.events.insert', fault: 'invalid' });
  const id = String((await book(service, made, ten)).body.id);
  const path = `/organiser/bookings/${id}`;
  // its mail waits a minute for Google
  service.clock.advance(61_000);
  await service.settle();

  const refused = await visitor.open(path);
  const told = (await me('GET', `/api/me/bookings/${id}`)).body;
  const pressed = await visitor.send(`${path}/publish`, {});
  await service.settle();
  const mended = await visitor.open(path);

  expect(refused.text).toContain('Google Calendar does not take this appointment');
  expect(refused.text).toContain('Its answer: Google answered');
  expect(told).toMatchObject({ isPublished: false, publishTrouble: { isGivenUp: true } });
  expect(pressed.text).toContain('Google is asked again.');
  expect(mended.text).not.toMatch(/does not take|On its way|Its answer/);
  expect((await me('GET', `/api/me/bookings/${id}`)).body).toMatchObject({
    isPublished: true,
    publishTrouble: null,
  });
});

test('a button leads back to the page on which it was pressed, and to no foreign one', async () => {
  const { id } = await booked();
  service.clock.set('2026-11-24T12:00:00Z');
  const press = (word: string, back: string) =>
    visitor.send(`/organiser/bookings/${id}/${word}`, { back });

  const own = await press('no-show', '/organiser/numbers?week=2026-11-23');
  const foreign = await press('complete', '//example.com/organiser');

  expect(own.url.pathname + own.url.search).toBe(
    '/organiser/numbers?week=2026-11-23&saved=no-show',
  );
  expect(foreign.url.pathname).toBe(`/organiser/bookings/${id}`);
});

test('a booking’s page leads to its attendee, and to booking again', async () => {
  const { id } = await booked();
  const { body } = await me('GET', `/api/me/bookings/${id}`);
  const attendeeId = (body['attendee'] as { id: string }).id;

  const { text } = await visitor.open(`/organiser/bookings/${id}`);

  expect(text).toContain('New: nobody of this address was here before.');
  expect(text).toContain(`href="/organiser/attendees/${attendeeId}"`);
  expect(text).toContain(
    `href="/organiser/book?eventType=${made.eventType.slug}&amp;attendee=${attendeeId}"`,
  );
});

async function booked() {
  const person = attendee();
  const { body } = await book(service, made, ten, person);
  await service.settle();
  const { id, manageUrl } = body;
  return { id: String(id), manage: new URL(manageUrl).pathname, email: person.email };
}
