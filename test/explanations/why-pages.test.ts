import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService({ now: '2026-10-23T08:00:00Z' });
  const { email } = await makeOrganiser(service, { eventType: { slug: 'visit', title: 'Visit' } });
  visitor = createVisitor(service);
  await visitor.signIn(email);
});

afterAll(() => service.close());

const ask = (fields: Record<string, string>) =>
  visitor.open(
    `/organiser/why?${new URLSearchParams({ eventType: 'visit', ...fields }).toString()}`,
  );

test('the question opens with today’s date and says nothing yet', async () => {
  const { status, text } = await visitor.open('/organiser/why');

  expect(status).toBe(200);
  expect(text).toContain('value="2026-10-23"');
  expect(text).not.toContain('id="answer"');
});

test('an offered time is said to be offered', async () => {
  const { text } = await ask({ date: '2026-10-26', time: '9:30' });

  expect(text).toContain('It is offered');
  expect(text).toContain('value="9:30"');
});

test('each reason leads to where it can be changed', async () => {
  const { text } = await ask({ date: '2026-10-25', time: '10:05' });

  expect(text).toContain('Not offered, for 2 reasons');
  expect(text).toContain('<a href="/organiser/hours">Change the hours</a>');
  expect(text).toContain('<a href="/organiser/event-types/visit">Change “Visit”</a>');
});

test('a time that the clock shows twice can be asked about twice', async () => {
  const first = await ask({ date: '2026-10-25', time: '02:30' });
  const second = await ask({ date: '2026-10-25', time: '02:30', again: '1' });

  expect(first.text).toContain('again=1');
  expect(second.text).toMatch(/about the\s+second \(GMT\+1\)/);
});

test('what is wrong with the question is said beside it, with all that was typed', async () => {
  const { status, text } = await ask({ eventType: 'other', date: '2026-02-30', time: 'noon' });

  expect(status).toBe(400);
  expect(text).toContain('value="noon"');
  expect(text).toContain('href="#field-date"');
  expect(text).toContain('href="#field-time"');
});

test('who is not signed in is led to the sign-in page', async () => {
  const { url } = await createVisitor(service).open('/organiser/why');

  expect(url.pathname).toBe('/organiser/sign-in');
});
