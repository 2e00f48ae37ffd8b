// "Check your mail": the mail goes out once more, not too often.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { tokenOf } from '../support/attendee.ts';
import { openDesk } from '../support/desk.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { visitor } from './visit.ts';

let service: TestService;
let made: MadeOrganiser;
let visit: ReturnType<typeof visitor>;

beforeAll(async () => {
  service = await startTestService();
  visit = visitor(service);
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
});

afterAll(() => service.close());

test('the mail is sent again on request, with a link that works', async () => {
  const { page, desk, email } = await request();
  service.clock.advance(61_000);

  const { status, location } = await visit.post(`${page}/resend`);
  await service.settle();

  expect([status, location]).toEqual([303, `${page}?mail=sent`]);
  expect((await visit.get(location)).words).toContain('Sent again');
  expect(desk.subjectsTo(email)).toHaveLength(2);
  const confirmed = await desk.confirm(linkIn(service.inbox.to(email).at(-1)!.text));
  expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed' } });
});

test('within a minute of a mail no other goes out', async () => {
  const { page, desk, email } = await request();
  service.clock.advance(59_000);

  const { status, words } = await visit.post(`${page}/resend`);
  await service.settle();

  expect(status).toBe(429);
  expect(words).toContain('A mail has just gone out');
  expect(words).toContain('Check your mail');
  expect(desk.subjectsTo(email)).toHaveLength(1);
});

test('after four mails no other goes out, and the page stops offering one', async () => {
  const { page, desk, email } = await request();

  for (let press = 0; press < 5; press += 1) {
    service.clock.advance(61_000);
    await visit.post(`${page}/resend`);
    await service.settle();
  }

  expect(desk.subjectsTo(email)).toHaveLength(4);
  expect((await visit.get(page)).words).not.toContain('Send it again');
});

test('two presses at once are one mail', async () => {
  const { page, desk, email } = await request();
  service.clock.advance(61_000);

  const answers = await Promise.all([visit.post(`${page}/resend`), visit.post(`${page}/resend`)]);
  await service.settle();

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 429]));
  expect(desk.subjectsTo(email)).toHaveLength(2);
});

test('a request that is over leads to the page that says so', async () => {
  const { page, desk, email } = await request();
  service.clock.advance(31 * 60_000);

  const { status, location } = await visit.post(`${page}/resend`);
  await service.settle();

  expect([status, location]).toEqual([303, page]);
  expect((await visit.get(page)).words).toContain('This request has run out');
  expect(desk.subjectsTo(email)).toHaveLength(1);
});

test('a link of nobody is told to lead nowhere', async () => {
  const { status } = await visit.post('/bookings/nonsense/resend');

  expect(status).toBe(404);
});

async function request() {
  const desk = openDesk(service, made);
  const { requested, email } = await desk.makeRequest();
  await service.settle();
  return { desk, email, page: `/bookings/${tokenOf(requested.body.manageUrl)}` };
}

function linkIn(text: string): string {
  return /\/confirm\/([\w-]+)/.exec(text)![1]!;
}
