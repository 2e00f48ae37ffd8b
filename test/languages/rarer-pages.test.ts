// Hosted pages that few people ever see say everything in the language of their reader too: what was undone, what is
// closed, what has run out.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { getBooking } from '../../src/bookings/booking-queries.ts';
import { updateResponse } from '../../src/bookings/follow-queries.ts';
import { rescheduleBooking } from '../../src/bookings/reschedule-booking.ts';
import { sql } from '../../src/database/sql.ts';
import type { EventType } from '../../src/event-types/event-type.ts';
import { apiClient } from '../organisers/api-client.ts';
import { book, tokenOf } from '../support/attendee.ts';
import { ten } from '../support/desk.ts';
import { addEventType, makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { pathOf, type Shown, visitor } from '../web/visit.ts';
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
  made = await makeOrganiser(service, { eventType: { title: 'Xy' } });
});

afterAll(async () => {
  stopPretending();
  await service.close();
});

const inGerman = { Cookie: 'quarterhour-language=de' };

test('the link that undoes a move: asked, done, and too late', async () => {
  const undo = await undoOfMove();

  const asked = await visitor(service).get(undo, inGerman);
  const done = await visitor(service).post(undo, {}, inGerman);
  const late = await visitor(service).get(undo, inGerman);

  expect([asked.status, done.status, late.status]).toEqual([200, 200, 200]);
  for (const shown of [asked, done, late]) expect(unmarked(shown)).toEqual([]);
});

test('an organiser who is switched off', async () => {
  const page = await pageOfBooking();
  await service.parts.database.query(sql`
    update organisers set disabled_at = ${service.clock()} where id = ${made.organiser.id}`);

  for (const address of [page, `${page}/cancel`, `/${made.organiser.handle}`, pathOf(made)])
    expect(unmarked(await visitor(service).get(address, inGerman))).toEqual([]);
});

test('answers to the invitation, and the end of an appointment', async () => {
  const page = await pageOfBooking();
  const id = await onlyBooking();

  for (const response of ['accepted', 'tentative', 'declined'] as const) {
    await updateResponse(service.parts.database, id, { response, comment: null, at: now() });
    expect(unmarked(await visitor(service).get(page, inGerman))).toEqual([]);
  }
  const me = await apiClient(service, made.organiser.id);
  await me('POST', `/api/me/bookings/${id}/cancel`, { reason: 'Xy' });
  expect(unmarked(await visitor(service).get(page, inGerman))).toEqual([]);
});

test.each<[string, Partial<EventType>]>([
  ['by telephone', { place: { kind: 'phone', whoCalls: 'organiser' } }],
  ['in person', { place: { kind: 'in_person', address: 'Xy' } }],
  ['by a link', { place: { kind: 'link', url: 'https://meet.example.com/xy' } }],
  ['by Meet', { place: { kind: 'meet' } }],
  ['of several lengths', { otherDurations: [60, 90] }],
  ['that the organiser approves', { confirmation: 'approval' }],
  ['with questions of each kind', { questions: questionsOfEachKind() }],
])('an appointment %s, from the calendar to the form with its faults', async (_, fields) => {
  const eventType = await addEventType(service, made.organiser.id, { title: 'Xy', ...fields });
  const { get, post } = visitor(service);
  const path = pathOf({ ...made, eventType });
  const calendar = await get(path, inGerman);
  const { location } = await post(`${path}/hold`, { start: ten }, inGerman);
  const place = Object.fromEntries(new URL(location, service.url).searchParams);

  const form = await get(location, inGerman);
  const faults = await post(`${path}/book`, { ...place, age: 'Xy', phone: 'Xy' }, inGerman);

  expect([calendar.status, form.status, faults.status]).toEqual([200, 200, 400]);
  for (const shown of [calendar, form, faults]) expect(unmarked(shown)).toEqual([]);
});

test('a secret link that leads nowhere', async () => {
  const eventType = await addEventType(service, made.organiser.id, { visibility: 'secret' });
  const path = pathOf({ ...made, eventType });

  expect(unmarked(await visitor(service).get(`${path}?key=${'x'.repeat(43)}`, inGerman))).toEqual(
    [],
  );
});

test('a form of another site, and a form that is no form', async () => {
  const { post } = visitor(service);
  const accept = { ...inGerman, Accept: 'text/html' };

  const foreign = await post('/language', {}, { ...accept, 'Sec-Fetch-Site': 'cross-site' });
  const empty = await post('/language', {}, accept);
  const timeless = await post(`${pathOf(made)}/hold`, {}, accept);

  expect([foreign.status, empty.status, timeless.status]).toEqual([403, 400, 400]);
  for (const shown of [foreign, empty, timeless]) expect(unmarked(shown)).toEqual([]);
});

function unmarked({ markup }: Shown): string[] {
  const brands = ['Quarterhour', 'Google Meet', 'Google', 'Outlook', 'Test Organiser', 'TO'];
  const languages = ['English', 'Español', 'Deutsch', 'Français', 'हिन्दी'];
  const lengths = ['15 minutes', '30 minutes', '60 minutes'];
  const typed = [
    'Xy',
    'https://meet.example.com/xy',
    'meet.example.com',
    'Europe/Berlin',
    made.organiser.handle,
  ];
  return unmarkedIn(markup, [...brands, ...languages, ...lengths, ...typed, ...german]);
}

function questionsOfEachKind(): EventType['questions'] {
  const own = { label: 'Xy', isRequired: true } as const;
  return [
    { ...own, key: 'a', kind: 'short' },
    { ...own, key: 'b', kind: 'long' },
    { ...own, key: 'c', kind: 'choice', options: ['Xy', 'Xy Xy'] },
    { ...own, key: 'd', kind: 'several', options: ['Xy', 'Xy Xy'] },
    { ...own, key: 'e', kind: 'yes_no' },
  ];
}

async function undoOfMove(): Promise<string> {
  await pageOfBooking();
  const bookingId = await onlyBooking();
  const startsAt = new Date('2026-11-25T15:00:00Z');
  await rescheduleBooking(service.parts, { bookingId, startsAt, actor: 'organiser' });
  const { revision } = await getBooking(service.parts.database, bookingId);
  return `/bookings/undo/${service.parts.tokens.create('undo', bookingId, revision)}`;
}

async function pageOfBooking(): Promise<string> {
  const { body } = await book(service, made, ten, { name: 'Xy' });
  await service.settle();
  return `/bookings/${tokenOf(body.manageUrl)}`;
}

async function onlyBooking(): Promise<string> {
  const [row] = await service.parts.database.query<{ id: string }>(sql`
    select id from bookings where organiser_id = ${made.organiser.id}`);
  return row!.id;
}

function now(): Date {
  return service.clock();
}
