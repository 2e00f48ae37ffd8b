// What the public API refuses, it says in the language that the program asks for; the code stays what it is.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Answer, attendee, call, hold, tokenOf } from '../support/attendee.ts';
import { openDesk, ten, two } from '../support/desk.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { unmarkedIn } from './unmarked.ts';

let service: TestService;
let made: MadeOrganiser;
let stopPretending: () => void;

beforeAll(async () => {
  service = await startTestService();
  stopPretending = pretendToSpeak('de');
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
});

afterAll(async () => {
  service.google.faults.clear();
  stopPretending();
  await service.close();
});

const german = { 'Accept-Language': 'de-CH,de;q=0.9' };
type Method = Parameters<typeof call>[1];

test.each<[Method, string, object | undefined, string]>([
  ['GET', '/api/nothing', undefined, 'not_found'],
  ['GET', '/api/organisers/nobody', undefined, 'not_found'],
  ['GET', '/api/organisers/nobody/event-types/x/slots', undefined, 'invalid_input'],
  ['GET', '/api/bookings/nonsense', undefined, 'not_found'],
  ['POST', '/api/bookings/confirm', { token: 'nonsense' }, 'not_found'],
  ['POST', '/api/bookings', { attendee: { name: 5, email: 'x' }, more: 1 }, 'invalid_input'],
  [
    'POST',
    '/api/holds',
    { organiser: 'x', eventType: 'x'.repeat(101), start: 'noon' },
    'invalid_input',
  ],
  ['GET', '/api/me', undefined, 'not_signed_in'],
])('%s %s %j: %s', async (method, path, body, code) => {
  expectMarked(await call(service, method, path, body, german), code);
});

test.each([
  ['off the grid', '2026-11-24T10:07:00+01:00'],
  ['outside of the hours', '2026-11-24T20:00:00+01:00'],
  ['in the past', '2026-11-20T10:00:00+01:00'],
  ['within the notice', '2026-11-23T09:15:00+01:00'],
  ['beyond the horizon', '2027-11-24T10:00:00+01:00'],
])('a time %s', async (_why, start) => {
  expectMarked(await holdInGerman(start), 'slot_not_offered');
});

test('a time that is taken', async () => {
  await hold(service, made, ten);

  expectMarked(await holdInGerman(ten), 'slot_taken');
});

test('a calendar that does not answer', async () => {
  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'backendError',
    account: made.email,
    times: 'until_cleared',
  });
  service.clock.advance(60_000);

  const answer = await holdInGerman(ten);
  service.google.faults.clear();

  expectMarked(answer, 'calendar_unavailable');
});

test('a hold that has run out', async () => {
  const { body } = await hold(service, made, ten);
  service.clock.advance(11 * 60_000);

  const request = { hold: body.token, attendee: attendee() };
  const answer = await call(service, 'POST', '/api/bookings', request, german);

  expectMarked(answer, 'hold_expired');
});

test('a request that has run out, and its time gone', async () => {
  const desk = openDesk(service, made);
  const { email } = await desk.makeRequest(ten);
  const token = await mailedToken(email);
  service.clock.advance(31 * 60_000);
  await hold(service, made, ten);

  const answer = await call(service, 'POST', '/api/bookings/confirm', { token }, german);

  expectMarked(answer, 'request_expired');
});

test('what is cancelled already', async () => {
  const desk = openDesk(service, made);
  const { requested } = await desk.makeRequest(ten);
  const booking = `/api/bookings/${tokenOf(requested.body.manageUrl)}`;
  await call(service, 'POST', `${booking}/cancel`, {});

  const again = await call(service, 'POST', `${booking}/cancel`, {}, german);
  const moved = await call(service, 'POST', `${booking}/reschedule`, { start: two }, german);

  expectMarked(again, 'already_cancelled');
  expectMarked(moved, 'already_cancelled');
});

test('one Idempotency-Key for two bodies', async () => {
  const headers = { ...german, 'Idempotency-Key': randomUUID() };
  const { organiser, eventType } = made;
  const slot = { organiser: organiser.handle, eventType: eventType.slug };
  const send = (start: string) =>
    call(service, 'POST', '/api/bookings', { ...slot, start, attendee: attendee() }, headers);
  await send(ten);

  expectMarked(await send(two), 'idempotency_mismatch');
});

test.each([
  ['text/plain', 'x', 'unsupported_media_type'],
  ['application/json', '{', 'invalid_input'],
  ['application/json', JSON.stringify({ x: 'x'.repeat(200_000) }), 'content_too_large'],
])('%s that cannot be read', async (type, body, code) => {
  const answer = await fetch(`${service.url}/api/holds`, {
    method: 'POST',
    headers: { ...german, 'Content-Type': type },
    body,
  });

  const { status, headers } = answer;
  expectMarked({ status, headers, body: await answer.json() }, code);
});

test('a program that asks for no language is answered in English', async () => {
  const { body } = await call(service, 'GET', '/api/nothing');

  expect(body.title).toBe('There is nothing to book at this address.');
});

function holdInGerman(start: string): Promise<Answer> {
  const { organiser, eventType } = made;
  const slot = { organiser: organiser.handle, eventType: eventType.slug, start };
  return call(service, 'POST', '/api/holds', slot, german);
}

function expectMarked({ body }: Answer, code: string): void {
  const faults = (body.errors ?? []) as { field: string; message: string }[];
  expect(body.code).toBe(code);
  const fields = faults.map(({ field }) => `${field}:`);
  const spoken = [body.title, ...faults.map(({ message }) => message)].join('\n');
  expect(unmarkedIn(spoken, fields)).toEqual([]);
}

/** Mails may be marked too, so their subjects are not searched. */
async function mailedToken(email: string): Promise<string> {
  const { text } = await service.inbox.waitFor(
    (mail) => mail.envelope.to.includes(email) && mail.text.includes('/confirm/'),
  );
  return /\/confirm\/([\w-]+)/.exec(text)![1]!;
}
