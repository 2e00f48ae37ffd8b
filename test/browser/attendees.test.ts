// What an organiser does with records of people, in a real browser: finds one, notes something, makes one of two, takes
// everything along, and erases on request with a receipt; then looks at the numbers, and asks why a time is not offered.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { appointment } from '../attendees/people.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';

let service: TestService;
let made: MadeOrganiser;
let organiser: Visitor;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { slug: 'visit', title: 'Visit' } });
  const lea = { name: 'Lea Sommer', email: 'lea@example.org', phone: '+4930123456' };
  await appointment(service, made, '2026-11-10T09:00:00Z', lea);
  await appointment(service, made, '2026-11-17T09:00:00Z', {
    name: 'Lea Sommer',
    email: 'lea.sommer@example.org',
    state: 'no_show',
  });
  await appointment(service, made, '2026-11-18T09:00:00Z', { name: 'Noor Aziz' });
  organiser = createVisitor(service);
  await organiser.signIn(made.email);
});

afterAll(() => service.close());

browserTest(
  'a person is found by telephone, noted, made one of two, exported and erased',
  async () => {
    const page = await open('/organiser/attendees');
    await page.getByLabel('Name, address or telephone number').fill('030 123');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Lea Sommer' }).click();
    await page.getByLabel('What to remember').fill('Prefers mornings.');
    await page.getByRole('button', { name: 'Save the note' }).click();
    expect(await page.textContent('[role=alert]')).toContain('The note is saved.');

    await page.getByRole('link', { name: 'Merge with another record' }).click();
    await page.getByRole('link', { name: 'Lea Sommer', exact: true }).click();
    await page.getByLabel('lea.sommer@example.org (Lea Sommer)').check();
    await page.getByRole('button', { name: 'Yes, make them one' }).click();
    expect(await page.textContent('main')).toContain('Also booked as');
    expect(await page.inputValue('#field-note')).toBe('Prefers mornings.');

    const csv = await downloaded(page, 'Export as CSV');
    expect(csv).toContain('Prefers mornings.');
    expect(csv.trim().split('\r\n')).toHaveLength(3);

    await page.getByRole('link', { name: 'Erase this person' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.waitForURL('**/receipts/**');
    await expectSound(page, 'attendees-receipt');
    expect(await downloaded(page, 'Download as text')).not.toContain('Lea');
    const { subject } = await service.inbox.waitFor(({ envelope }) =>
      envelope.to.includes('lea.sommer@example.org'),
    );
    expect(subject).toBe('Your data at Test Organiser is erased');

    await page.goto(`${service.url}/organiser/attendees?q=lea`);
    expect(await page.textContent('main')).toContain('has “lea” in it');
  },
);

browserTest('how long things are kept is settled, and read as attendees will read it', async () => {
  const page = await open('/organiser/privacy');
  await page.getByLabel('Phone number').fill('soon');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.inputValue('#field-phone')).toBe('soon');

  await page.getByLabel('Phone number').fill('90');
  await page.getByRole('button', { name: 'Save' }).click();

  expect(await page.textContent('[role=alert]')).toContain('Saved.');
  expect(await page.textContent('blockquote')).toContain('your phone number after 90 days');
});

browserTest('numbers of any dates are looked at, and taken along', async () => {
  const page = await open('/organiser/numbers');
  await page.getByRole('link', { name: '4 weeks' }).click();
  expect(await page.getByRole('link', { name: '4 weeks' }).getAttribute('aria-current')).toBe(
    'page',
  );
  await page.getByLabel('From', { exact: true }).fill('2026-11-16');
  await page.getByLabel('To', { exact: true }).fill('2026-11-22');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByText('As a table: Bookings per week').click();

  expect(await page.textContent('.figures')).toContain('1 of 2');
  expect(
    await page.getByRole('region', { name: 'Bookings per week, as a table' }).isVisible(),
  ).toBe(true);
  expect(await downloaded(page, 'Bookings of this time, with their attendees')).toContain(
    'Noor Aziz',
  );
});

browserTest('a bad range of dates is told beside its field, with what was typed', async () => {
  const page = await open('/organiser/numbers?from=2026-11-22&to=2026-11-16');

  expect(await page.inputValue('#field-to')).toBe('2026-11-16');
  await expectSound(page, 'numbers-faulty');
});

browserTest('why a time is not offered is read, and its reason mended', async () => {
  const page = await open('/organiser/why');
  await page.getByLabel('Date').fill('2026-11-28');
  await page.getByRole('textbox', { name: 'Time' }).fill('10:00');
  await page.getByRole('button', { name: 'Why?' }).click();
  expect(await page.textContent('.reasons')).toContain('Your week has no hours on a Saturday.');

  await page.getByRole('link', { name: 'Change the hours' }).click();

  expect(new URL(page.url()).pathname).toBe('/organiser/hours');
});

async function downloaded(page: Page, link: string): Promise<string> {
  const [download]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

async function open(path: string): Promise<Page> {
  const page = await openPage({ reducedMotion: 'reduce' });
  const value = organiser.cookie('quarterhour-session')!;
  await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
  await page.goto(`${service.url}${path}`);
  return page;
}
