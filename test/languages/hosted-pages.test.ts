// The hosted pages say everything in the language of their reader: with a marked language in the place of German, no word
// of theirs stands outside of marks.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { tokenOf } from '../support/attendee.ts';
import { openDesk, ten, two } from '../support/desk.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { pathOf, visitor } from '../web/visit.ts';
import { german, unmarkedIn } from './unmarked.ts';

let service: TestService;
let made: MadeOrganiser;
let stopPretending: () => void;

beforeAll(async () => {
  service = await startTestService();
  stopPretending = pretendToSpeak('de');
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email', title: 'Xy' } });
});

afterAll(async () => {
  stopPretending();
  await service.close();
});

const inGerman = { 'Accept-Language': 'de-DE,de;q=0.9' };

test('what can be booked, and when', async () => {
  expect(await unmarkedOn('/')).toEqual([]);
  expect(await unmarkedOn(`/${made.organiser.handle}`)).toEqual([]);
  expect(await unmarkedOn(pathOf(made))).toEqual([]);
  expect(await unmarkedOn(`${pathOf(made)}?date=2026-11-22`)).toEqual([]);
  expect(await unmarkedOn(`${pathOf(made)}?month=2027-09`)).toEqual([]);
});

test('the form, and what is wrong with it', async () => {
  const { get, post } = visitor(service);
  const chosen = await post(`${pathOf(made)}/hold`, { start: ten }, inGerman);
  const form = chosen.location;
  const faults = await post(
    form.split('?')[0]!,
    Object.fromEntries(new URLSearchParams(form.split('?')[1])),
    inGerman,
  );

  expect(unmarked((await get(form, inGerman)).markup)).toEqual([]);
  expect(faults.status).toBe(400);
  expect(unmarked(faults.markup)).toEqual([]);
});

test('the letter, the question of the mail, and the appointment with its ways out', async () => {
  const desk = openDesk(service, made);
  const { requested, email } = await desk.makeRequest(ten, { locale: 'de' });
  const letter = `/bookings/${tokenOf(requested.body.manageUrl)}`;
  expect(await unmarkedOn(letter)).toEqual([]);
  const token = await mailedToken(email);
  expect(await unmarkedOn(`/confirm/${token}`)).toEqual([]);

  const { body } = await desk.confirm(token);
  await service.settle();
  const manage = `/bookings/${tokenOf(body.manageUrl)}`;

  expect(await unmarkedOn(manage)).toEqual([]);
  expect(await unmarkedOn(`${manage}/move`)).toEqual([]);
  expect(await unmarkedOn(`${manage}/move?start=${encodeURIComponent(two)}`)).toEqual([]);
  expect(await unmarkedOn(`${manage}/cancel`)).toEqual([]);
});

test('addresses that lead nowhere', async () => {
  expect(await unmarkedOn('/nobody-here')).toEqual([]);
  expect(await unmarkedOn('/bookings/nonsense')).toEqual([]);
  expect(await unmarkedOn('/confirm/nonsense')).toEqual([]);
});

/** Mails are marked too, so their subjects are not searched. */
async function mailedToken(email: string): Promise<string> {
  const { text } = await service.inbox.waitFor(
    ({ envelope, text }) => envelope.to.includes(email.toLowerCase()) && text.includes('/confirm/'),
  );
  return /\/confirm\/([\w-]+)/.exec(text)![1]!;
}

async function unmarkedOn(path: string): Promise<string[]> {
  const { markup } = await visitor(service).get(path, inGerman);
  return unmarked(markup);
}

function unmarked(markup: string): string[] {
  const { organiser, email } = made;
  const known = [
    organiser.name,
    'Test Organiser',
    'TO',
    '15 minutes',
    '30 minutes',
    '60 minutes',
    organiser.handle,
    email,
    'Xy',
    'Europe/Berlin',
    'Quarterhour',
    'Google',
    'Outlook',
  ];
  const languages = ['English', 'Español', 'Deutsch', 'Français', 'हिन्दी'];
  const person = [/[\w-]+@example\.com/.exec(markup)?.[0] ?? email, 'Ada Byron', 'Test Attendee'];
  return unmarkedIn(markup, [...known, ...languages, ...person, ...german]);
}
