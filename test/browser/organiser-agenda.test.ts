// An organiser's day, week, month and lists in a browser, full and empty; and a morning at the desk, by mouse and by keyboard.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sql } from '../../src/database/sql.ts';
import { type AgendaDesk, openAgendaDesk } from '../agenda/agenda-desk.ts';
import { apiClient } from '../organisers/api-client.ts';
import { browserTest, openPage, phone } from '../support/browser.ts';
import { addEventType } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';

let service: TestService;
let full: AgendaDesk;
let empty: AgendaDesk;
let asking: string;

beforeAll(async () => {
  service = await startTestService({ now: '2026-11-24T09:10:00Z' });
  full = await openAgendaDesk(service, {
    email: 'mira@example.com',
    eventType: { slug: 'appointment', title: 'Appointment' },
    availability: {
      weekly: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, opens: '09:00', closes: '12:30' },
        { weekday, opens: '13:30', closes: '18:00' },
      ]),
    },
  });
  empty = await openAgendaDesk(service, { email: 'iris@example.com' });
  const me = await apiClient(service, full.made.organiser.id);
  await me('PATCH', '/api/me', { name: 'Dr. Mira Lindqvist' });
  asking = await fill();
});

afterAll(() => service.close());

browserTest('the day, full and empty', async () => {
  const page = await open(full, '/organiser');
  await expectSound(page, 'day-full');
  await page.goto(`${service.url}/organiser?date=2026-11-25`);
  await expectSound(page, 'day-tomorrow');

  const calm = await open(empty, '/organiser');
  await expectSound(calm, 'day-empty');
});

browserTest('the week, full and empty', async () => {
  const page = await open(full, '/organiser/calendar');
  await expectSound(page, 'week-full');

  const calm = await open(empty, '/organiser/calendar');
  await expectSound(calm, 'week-empty');
});

browserTest('the month, full and empty', async () => {
  const page = await open(full, '/organiser/calendar?view=month');
  await expectSound(page, 'month-full');

  const calm = await open(empty, '/organiser/calendar?view=month&month=2027-02');
  await expectSound(calm, 'month-empty');
});

browserTest('the lists, full, narrowed and empty', async () => {
  const page = await open(full, '/organiser/bookings');
  await expectSound(page, 'list-upcoming');
  await page.goto(`${service.url}/organiser/bookings/past`);
  await expectSound(page, 'list-past');
  await page.goto(`${service.url}/organiser/bookings?q=nobody`);
  await expectSound(page, 'list-nothing');

  const calm = await open(empty, '/organiser/bookings');
  await expectSound(calm, 'list-empty');
});

browserTest('Google’s busy times being unknown is said, on the day and in the week', async () => {
  const { query } = service.parts.database;
  await query(sql`update google_accounts set state = 'needs_reconnect', state_reason = 'needs_reconnect'
    where organiser_id = ${empty.made.organiser.id}`);
  const page = await open(empty, '/organiser/calendar');

  expect(await page.isVisible('text=Time without a mark is not therefore free.')).toBe(true);
  await expectSound(page, 'week-unknown');
});

browserTest(
  'a morning: who waits is answered, who did not come is noted, the week is one press away',
  async () => {
    const page = await open(full, '/organiser');

    await page.click(`#booking-${asking} button:has-text("Accept")`);
    await page.waitForSelector('text=Accepted. The attendee is told');
    await page.click('.is-over:has-text("Jonas") >> button:has-text("Did not come")');
    await page.waitForSelector('text=Noted: the attendee did not come.');
    await page.click('nav[aria-label="Organiser"] >> text=Calendar');
    await page.click('.week-grid a:has-text("Noor Aziz")');

    expect(await page.innerText('h1')).toContain('Noor Aziz');
  },
);

browserTest('from day to day by the keyboard alone, and to any day', async () => {
  const page = await open(full, '/organiser');

  await page.focus('[aria-label="The day after"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**date=2026-11-25');
  await page.fill('#go-to-day', '2026-12-02');
  await page.keyboard.press('Enter');
  await page.waitForURL('**date=2026-12-02');

  expect(await page.innerText('h1')).toBe('Wednesday 2 December 2026');
});

browserTest('somebody is found on a phone, without scripts', async () => {
  const page = await open(full, '/organiser/bookings', { ...phone, javaScriptEnabled: false });

  await page.fill('#field-q', 'noor');
  await page.click('button:has-text("Show")');

  expect(await page.locator('.listed-booking').count()).toBe(1);
  expect(await page.inputValue('#field-q')).toBe('noor');
});

async function open(
  { visitor }: AgendaDesk,
  address: string,
  options: BrowserContextOptions = { reducedMotion: 'reduce' },
): Promise<Page> {
  const page = await openPage(options);
  const cookie = { name: 'quarterhour-session', value: visitor.cookie('quarterhour-session')! };
  await page.context().addCookies([{ ...cookie, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}

/** An ordinary week with all that can happen in one. Gives the request that waits. */
async function fill(): Promise<string> {
  const { organiser } = full.made;
  const long = await addEventType(service, organiser.id, {
    slug: 'consultation',
    title: 'Long consultation with a second opinion',
    durationMinutes: 60,
  });
  const past = ['2026-10-06', '2026-10-20', '2026-11-03', '2026-11-17'];
  for (const date of past)
    await full.insert({ name: 'Lea Sommer', state: 'completed', startsAt: `${date}T09:00:00Z` });
  await full.insert({ name: 'Otto Klee', state: 'no_show', startsAt: '2026-11-18T14:00:00Z' });
  await full.insert({ name: 'Ida Berg', state: 'cancelled', startsAt: '2026-11-19T14:00:00Z' });
  await full.insert({ name: 'Jonas Weber', startsAt: '2026-11-24T08:00:00Z' });
  await full.insert({ name: 'Lea Sommer', startsAt: '2026-11-24T09:00:00Z' });
  await full.insert({
    name: 'Sam Ode',
    startsAt: '2026-11-24T10:15:00Z',
    minutes: 60,
    eventType: long,
  });
  await full.insert({ name: 'Priya Raman', startsAt: '2026-11-24T13:00:00Z', minutes: 15 });
  await full.insert({
    name: 'Wolfeschlegelsteinhausenbergerdorff Maximiliana',
    startsAt: '2026-11-24T14:30:00Z',
    minutes: 60,
    eventType: long,
  });
  await full.insert({
    name: 'Dara Quinn',
    state: 'requested',
    isProven: false,
    startsAt: '2026-11-24T16:00:00Z',
  });
  await full.insert({ name: 'Noor Aziz', startsAt: '2026-11-25T09:00:00Z' });
  await full.insert({ name: 'Tomás Vidal', startsAt: '2026-11-25T09:15:00Z', isClashing: true });
  await full.insert({
    name: 'Hana Sato',
    startsAt: '2026-11-25T12:30:00Z',
    minutes: 90,
    eventType: long,
  });
  await full.insert({
    name: 'Night Owl',
    startsAt: '2026-11-26T22:30:00Z',
    minutes: 60,
    eventType: long,
  });
  const waiting = await full.insert({
    name: 'Elif Demir',
    state: 'requested',
    startsAt: '2026-11-27T09:30:00Z',
  });
  for (const [index, name] of ['Ana', 'Ben', 'Cleo', 'Dev', 'Eli', 'Fay'].entries())
    await full.insert({
      name,
      startsAt: `2026-12-02T${String(8 + index).padStart(2, '0')}:00:00Z`,
    });
  await full.insert({ name: 'Gus Hart', startsAt: '2026-12-10T09:00:00Z' });
  await full.makeBusy('2026-11-24T12:30:00Z', '2026-11-24T13:00:00Z');
  await full.makeBusy('2026-11-25T15:00:00Z', '2026-11-25T17:00:00Z');
  await full.makeBusy('2026-11-27T23:00:00Z', '2026-11-28T23:00:00Z');
  await service.parts.database.query(sql`
    update bookings set agreed_revision = revision, attendee_response = 'accepted', responded_at = created_at
    where organiser_id = ${organiser.id} and attendee_name in ('Lea Sommer', 'Sam Ode', 'Noor Aziz')`);
  await service.parts.database.query(sql`
    update bookings set agreed_revision = revision, attendee_response = 'declined', responded_at = created_at
    where organiser_id = ${organiser.id} and attendee_name = 'Priya Raman'`);
  return waiting;
}
