// The organiser's pages in all their states: sound on a desk, on a phone and on the smallest one, light and dark.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sql } from '../../src/database/sql.ts';
import { apiClient, type ApiClient } from '../organisers/api-client.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { attendee, call } from '../support/attendee.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';

const questions = [
  { key: 'aim', label: 'What would you like to reach?', kind: 'long', isRequired: false },
  { key: 'from', label: 'Who sent you?', kind: 'short', isRequired: false },
] as const;

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;
let organiser: Visitor;
let bookings: Record<'waiting' | 'upcoming' | 'past' | 'cancelled' | 'called', string>;

beforeAll(async () => {
  service = await startTestService({ now: '2026-11-18T08:00:00Z' });
  made = await makeOrganiser(service, {
    email: 'mira@example.com',
    eventType: { slug: 'first-visit', title: 'First visit', questions: [...questions] },
  });
  me = await apiClient(service, made.organiser.id);
  await me('PATCH', '/api/me', { name: 'Dr. Mira Lindqvist' });
  const asking = await addEventType(service, made.organiser.id, {
    slug: 'consultation',
    title: 'Consultation',
    confirmation: 'approval',
  });
  organiser = createVisitor(service);
  await organiser.signIn(made.email);
  const past = await book('2026-11-19T09:00:00Z', lea);
  await service.settle();
  service.clock.set('2026-11-23T08:40:00Z');
  bookings = {
    past,
    called: await book('2026-11-23T11:00:00Z', { name: 'Sam Ode', email: 'sam@example.org' }),
    upcoming: await book('2026-11-24T09:00:00Z', lea),
    waiting: await book('2026-11-25T13:00:00Z', { name: 'Noor Aziz' }, asking.slug),
    cancelled: await book('2026-11-26T13:00:00Z', { name: 'Ida Berg' }),
  };
  const token = service.parts.tokens.create('confirm', bookings.waiting);
  await call(service, 'POST', '/api/bookings/confirm', { token });
  await service.settle();
  await me('POST', `/api/me/bookings/${bookings.cancelled}/cancel`, { reason: 'I am ill, sorry.' });
  const hours = await me('GET', '/api/me/availability');
  const overrides = [
    { date: '2026-12-24', intervals: [] },
    { date: '2026-12-31', intervals: [{ opens: '09:00', closes: '12:00' }] },
  ];
  await me('PUT', '/api/me/availability', { ...hours.body, overrides });
  await service.settle();
  service.clock.set('2026-11-23T11:05:00Z');
});

afterAll(() => service.close());

browserTest('the list of bookings', async () => {
  const page = await open('/organiser');

  await expectSound(page, 'bookings');
});

browserTest('a request that is about to be declined', async () => {
  const page = await open(`/organiser/bookings/${bookings.waiting}`);
  await page.click('summary:has-text("Decline")');

  expect(await page.isVisible('text=Yes, decline')).toBe(true);
  await expectSound(page, 'booking-waiting');
});

browserTest('a booking to come', async () => {
  const page = await open(`/organiser/bookings/${bookings.upcoming}?saved=move`);

  await expectSound(page, 'booking-upcoming');
});

browserTest('a booking that has begun', async () => {
  const page = await open(`/organiser/bookings/${bookings.called}`);

  await expectSound(page, 'booking-begun');
});

browserTest('a cancelled booking, and a press that comes too late', async () => {
  const page = await open(`/organiser/bookings/${bookings.waiting}`);
  await me('POST', `/api/me/bookings/${bookings.waiting}/decline`, {});

  await page.click('button:has-text("Accept")');

  expect(await page.isVisible('text=Yes, decline')).toBe(false);
  await expectSound(page, 'booking-too-late');
});

browserTest('choosing another time, and confirming it', async () => {
  const page = await open(`/organiser/bookings/${bookings.upcoming}/move`);
  await expectSound(page, 'move');

  await page.click('button.time >> nth=0');
  await page.waitForURL('**start=*');

  await expectSound(page, 'move-confirm');
});

browserTest('past bookings', async () => {
  const page = await open('/organiser/bookings/past');

  await expectSound(page, 'past');
});

browserTest('event types, one of them, and its faults', async () => {
  const page = await open('/organiser/event-types?saved=saved');
  await expectSound(page, 'event-types');
  await page.click('text=First visit');
  await expectSound(page, 'event-type');

  await page.fill('#field-title', '');
  await page.fill('#field-durationMinutes', '1,5');
  await page.fill('#field-dailyCap', 'some');
  await page.click('button:has-text("Save")');

  expect(await page.inputValue('#field-durationMinutes')).toBe('1,5');
  expect(await page.innerText('h1')).toBe('First visit');
  await expectSound(page, 'event-type-faults');
});

browserTest('a new event type', async () => {
  const page = await open('/organiser/new-event-type');

  await expectSound(page, 'event-type-new');
});

browserTest('a link is copied by one press, which says so', async () => {
  const page = await open('/organiser/event-types/first-visit');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await page.click('button:has-text("Copy")');
  await page.waitForSelector('[data-copy-told]:has-text("Copied")', { state: 'attached' });

  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toBe(`${service.url}/${made.organiser.handle}/first-visit`);
});

browserTest('without scripts there is no button that could not work', async () => {
  const page = await open('/organiser/event-types/first-visit', { javaScriptEnabled: false });

  expect(await page.locator('[data-copy]:visible').count()).toBe(0);
});

browserTest('where booking is closed', async () => {
  const page = await openPage({ reducedMotion: 'reduce' });
  await service.parts.database.query(sql`
    update organisers set disabled_at = ${service.clock()} where id = ${made.organiser.id}`);

  await page.goto(`${service.url}/${made.organiser.handle}`);
  await expectSound(page, 'closed');
  const token = service.parts.tokens.create('manage', bookings.upcoming);
  await page.goto(`${service.url}/bookings/${token}`);
  await expectSound(page, 'closed-booking');
});

const lea = {
  name: 'Lea Sommer',
  email: 'lea@example.org',
  phone: '+4930123456',
  timeZone: 'Europe/London',
  answers: { aim: 'Sleep through the night again.\nAnd less coffee.', from: 'A friend' },
};

type Person = Partial<typeof lea>;

async function book(start: string, person: Person, slug = 'first-visit'): Promise<string> {
  const { answers, ...rest } = person;
  const reply = await call(service, 'POST', '/api/bookings', {
    organiser: made.organiser.handle,
    eventType: slug,
    start,
    attendee: attendee(rest),
    ...(answers && { answers, note: 'The stairs are hard for me.' }),
  });
  expect(reply.status).toBe(201);
  return reply.body.id as string;
}

async function open(address: string, options = {}): Promise<Page> {
  const page = await openPage({ reducedMotion: 'reduce', ...options });
  const value = organiser.cookie('quarterhour-session')!;
  await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}
