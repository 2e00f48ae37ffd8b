// The hosted pages in another language, as a browser shows them: with a marked language, two fifths longer, in the place
// of German, no word stands outside of marks, and nothing needs to be scrolled sideways on a phone.
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { rescheduleBooking } from '../../src/bookings/reschedule-booking.ts';
import { calendarText, event } from '../attendee-calendar/calendar-text.ts';
import { german, unmarkedIn } from '../languages/unmarked.ts';
import { createVisitor } from '../organisers/visitor.ts';
import {
  browserTest,
  expectNoSidewaysScroll,
  openPage,
  phone,
  screenshot,
} from '../support/browser.ts';
import { marks, pretendToSpeak } from '../support/pseudo-language.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';
import { chooseTime, confirmLink, fillForm, openDoor, sendForm, type Visit } from './visitor.ts';

let service: TestService;
let stopPretending: () => void;

beforeAll(async () => {
  service = await startTestService({ config: { attendeeGoogle: true } });
  stopPretending = pretendToSpeak('de');
});

beforeEach(() => service.clock.set(monday));

afterAll(async () => {
  stopPretending();
  await service.close();
});

const berlin = { timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' } as const;
const german390 = { ...berlin, ...phone, locale: 'de-DE' };
const titles = { title: 'Xy', questions: [] };

browserTest('a time is booked, moved and cancelled in the language of the browser', async () => {
  const visit = await openDoor(service, titles);
  const page = await openPage(german390);
  const [email, slip] = ['deutsch@example.org', 'duetsch@example.org'];
  const look = (name: string) => expectSaid(page, visit, name, [email, slip]);

  await page.goto(`${service.url}/${visit.made.organiser.handle}`);
  await look('profile');
  await page.goto(visit.address);
  await look('calendar');
  await chooseTime(page, '11:00');
  await look('form');
  await page.locator('.form-end .button').click();
  await page.locator('.error-summary').waitFor();
  await look('faults');
  await fillForm(page, slip);
  await sendForm(page);
  await look('check-your-mail');
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.locator('.notice-warning').waitFor();
  await look('too-soon');
  await page.getByRole('button', { name: 'Correct the address' }).click();
  await page.waitForURL('**/correct');
  await look('correction');
  await fillForm(page, email);
  await sendForm(page);
  await page.goto(await confirmLink(service, email));
  await look('confirm');
  await page.locator('main form button').first().click();
  await page.waitForURL('**/bookings/**');
  await look('booked');
  await page.getByRole('link', { name: 'Move' }).click();
  await look('move');
  await page.getByRole('button', { name: '14:30', exact: true }).click();
  await page.waitForURL('**start=**');
  await look('move-asks');
  await page.getByRole('button', { name: 'Move' }).click();
  await page.waitForURL(/bookings\/[\w-]+$/);
  await look('moved');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await look('cancel-asks');
  await page.locator('.button-danger').click();
  await page.waitForURL(/bookings\/[\w-]+$/);
  await look('cancelled');
});

browserTest('a request, its wait and its end speak the language of the browser', async () => {
  const visit = await openDoor(service, { ...titles, confirmation: 'approval' });
  const [page, other] = [await openPage(german390), await openPage(german390)];
  const email = 'anfrage@example.org';
  const look = (name: string) => expectSaid(page, visit, name, [email]);
  await page.goto(visit.address);
  await chooseTime(page, '11:00');
  await fillForm(page, email);
  service.clock.advance(11 * 60_000);
  await page.reload();
  await look('hold-over');
  await page.goto(visit.address);
  await chooseTime(page, '11:00');
  await fillForm(page, email);
  await sendForm(page);
  const [unproven, link] = [page.url(), await confirmLink(service, email)];

  await page.goto(link);
  await look('confirm-request');
  service.clock.advance(31 * 60_000);
  await page.reload();
  await look('confirm-late');
  await page.goto(unproven);
  await look('run-out');
  await other.goto(visit.address);
  await chooseTime(other, '11:00');
  await page.goto(link);
  await page.locator('main form button').first().click();
  await page.locator('.alternatives').waitFor();
  await look('confirm-gone');
  await page.getByRole('button', { name: /11:30 – 12:00/ }).click();
  await page.waitForURL('**/bookings/**');
  await look('awaiting-approval');
});

browserTest(
  'what went wrong, and what the organiser changed, is told in that language',
  async () => {
    const visit = await openDoor(service, { ...titles, confirmation: 'instant' });
    const [page, other] = [await openPage(german390), await openPage(german390)];
    const email = 'weg@example.org';
    const look = (name: string) => expectSaid(page, visit, name, [email]);
    await page.goto(visit.address);
    await other.goto(visit.address);
    await chooseTime(other, '11:00');
    await page.getByRole('button', { name: '11:00', exact: true }).click();
    await page.locator('.notice-warning').waitFor();
    await look('taken');
    await chooseTime(page, '14:00');
    await fillForm(page, email);
    service.clock.advance(11 * 60_000);
    await other.goto(visit.address);
    await chooseTime(other, '14:00');
    await page.locator('.form-end .button').click();
    await page.locator('.alternatives').waitFor();
    await look('form-taken');
    await page.locator('.alternatives button').first().click();
    await page.waitForURL('**/bookings/**');
    await look('booked-at-once');

    const bookingId = await idOfBooking(email);
    const startsAt = new Date('2026-11-25T15:00:00Z');
    await rescheduleBooking(service.parts, { bookingId, startsAt, actor: 'organiser' });
    await page.reload();
    await look('moved-by-organiser');
    service.clock.set('2026-11-26T08:00:00Z');
    await page.reload();
    await look('over');
    await page.goto(`${service.url}/nobody`);
    await look('nothing-here');
  },
);

browserTest('what scripts say is said in that language too', async () => {
  const visit = await openDoor(service, titles);
  const page = await openPage(german390);
  const look = (name: string, known: string[] = []) => expectSaid(page, visit, name, known);
  await page.goto(`${visit.address}?date=2026-11-24`);

  await page.locator('#overlay summary').click();
  await look('overlay-open');
  await page.locator('#overlay-file').setInputFiles(file('meins.ics', calendar));
  await page.locator('.time-busy').first().waitFor();
  await look('overlay-laid');
  await page.locator('#day-later').click();
  await page.waitForURL('**date=2026-11-25**');
  await look('overlay-nothing');
  await page.locator('#day-earlier').click();
  await page.waitForURL('**date=2026-11-24**');
  await look('announced');
  await page.locator('#overlay-file').setInputFiles(file('brief.txt', 'x'));
  await page.getByText('is not a calendar').waitFor();
  await look('overlay-refused', ['brief.txt']);
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Atlantis');
  await page.getByText('There is no time zone').waitFor();
  await look('zone-unknown', ['Atlantis']);

  expect(await page.locator('#announcement').innerText()).toContain('Dienstag, 24. November');
});

browserTest('Hindi has its own letters, and axe finds nothing in it', async () => {
  const visit = await openDoor(service, titles);
  const page = await openPage({ ...berlin, locale: 'hi-IN' });
  await page.goto(visit.address);
  await expectSound(page, 'calendar-hindi');
  await chooseTime(page, '11:00 am');
  await expectSound(page, 'form-hindi');

  expect(await page.locator('.chosen').innerText()).toContain('सोमवार, 23 नवंबर 2026');
});

for (const [how, javaScriptEnabled] of Object.entries({ with: true, without: false }))
  browserTest(`the language is chosen while a form is filled in, ${how} scripts`, async () => {
    const visit = await openDoor(service, titles);
    const page = await openPage({ ...berlin, locale: 'en-GB', javaScriptEnabled });
    const email = `${how}-wahl@example.org`;
    await page.goto(`${visit.address}?date=2026-11-25`);
    const english = await languageOf(page);
    await page.getByRole('button', { name: 'Français' }).click();
    const [french, place] = [await languageOf(page), new URL(page.url()).search];
    await chooseTime(page, '11:00');
    await page.locator('[name=name]').fill('Lea Sommer');
    await page.locator('[name=note]').fill('Zwei Treppen');

    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.locator('html[lang=de]').waitFor();
    const typed = [
      await page.locator('[name=name]').inputValue(),
      await page.locator('[name=note]').inputValue(),
    ];
    await page.locator('[name=email]').fill(email);
    await sendForm(page);
    const { subject } = await service.inbox.waitFor(({ envelope }) => envelope.to.includes(email));

    expect([english, french, place]).toEqual(['en', 'fr', '?date=2026-11-25']);
    expect(typed).toEqual(['Lea Sommer', 'Zwei Treppen']);
    expect(await languageOf(page)).toBe('de');
    expect(subject).toMatch(new RegExp(`^${marks.opening}`));
  });

browserTest(
  'a choice of language asks before it costs an organiser what is not saved',
  async () => {
    const { made } = await openDoor(service, titles);
    const organiser = createVisitor(service);
    await organiser.signIn(made.email);
    const page = await openPage({ ...berlin, locale: 'en-GB' });
    const value = organiser.cookie('quarterhour-session')!;
    await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(`${service.url}/organiser/profile`);
    await page.getByRole('button', { name: 'Français' }).click();
    await page.locator('html[lang=fr]').waitFor();

    await page.locator('[name=name]').fill('Somebody Else');
    await page.getByRole('button', { name: 'Deutsch' }).click();

    expect(asked).toHaveLength(1);
    expect(await page.locator('[name=name]').inputValue()).toBe('Somebody Else');
    expect(await languageOf(page)).toBe('fr');
  },
);

/** All that is on the page, also for screen readers, and as wide as the page. */
async function expectSaid(
  page: Page,
  { made }: Visit,
  name: string,
  typed: readonly string[],
): Promise<void> {
  const brands = [
    'TO',
    '15 minutes',
    '30 minutes',
    '60 minutes',
    'Quarterhour',
    'Google',
    'Outlook',
    'English',
    'Español',
    'Deutsch',
    'Français',
  ];
  const own = [
    made.organiser.name,
    made.email,
    made.eventType.title,
    'Lea Sommer',
    'Europe/Berlin',
  ];
  const names = [...brands, 'हिन्दी', 'Test Organiser', ...own, ...typed, ...german];
  expect({ name, unmarked: unmarkedIn(await page.content(), names) }).toEqual({
    name,
    unmarked: [],
  });
  for (const width of [320, 390]) {
    await page.setViewportSize({ ...phone.viewport, width });
    await expectNoSidewaysScroll(page);
  }
  await screenshot(page, `language-${name}`);
}

function languageOf(page: Page): Promise<string> {
  return page.evaluate('document.documentElement.lang');
}

const calendar = calendarText(
  event('DTSTART:20261124T100000Z', 'DURATION:PT1H'),
  event('SUMMARY:without a start'),
);

function file(name: string, text: string) {
  return { name, mimeType: 'text/calendar', buffer: Buffer.from(text) };
}

async function idOfBooking(email: string): Promise<string> {
  const { rows } = await service.parts.database.pool.query<{ id: string }>(
    'select id from bookings where attendee_email = $1',
    [email],
  );
  return rows[0]!.id;
}
