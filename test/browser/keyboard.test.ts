// Everything by keyboard: nobody needs to point at anything.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserTest, openPage } from '../support/browser.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { heading, openDoor } from './visitor.ts';

let service: TestService;
const berlin = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

browserTest('an appointment is booked with the keyboard alone', async () => {
  const { address } = await openDoor(service, { confirmation: 'instant' });
  const page = await openPage(berlin);
  await page.goto(address);

  await tabTo(page, '10:30');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/book?**');
  await tabTo(page, 'Name');
  await page.keyboard.type('Lea Sommer');
  await tabTo(page, 'E-mail');
  await page.keyboard.type('keys@example.org');
  await tabTo(page, 'Book this time');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/bookings/**');

  expect(await heading(page)).toBe('Your appointment is booked');
});

browserTest('the first stop leads past the header', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);

  await page.keyboard.press('Tab');
  const first = await focused(page);
  await page.keyboard.press('Enter');

  expect(first).toBe('Skip to the content');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
});

browserTest('arrow keys walk the month by free days and weeks, Page Down turns it', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await page.locator('#day-2026-11-23').focus();

  await page.keyboard.press('ArrowRight');
  const next = await focusedId(page);
  await page.keyboard.press('ArrowDown');
  const weekOn = await focusedId(page);
  await page.keyboard.press('Home');
  const first = await focusedId(page);
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { name: 'December 2026' }).waitFor();

  expect([next, weekOn, first]).toEqual(['day-2026-11-24', 'day-2026-11-30', 'day-2026-11-23']);
});

browserTest('choosing a day keeps the focus on it and says how many times it has', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await page.locator('#day-2026-11-25').focus();

  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Wednesday 25 November' }).waitFor();

  expect(await focusedId(page)).toBe('day-2026-11-25');
  expect(await page.locator('#announcement').innerText()).toMatch(
    /^Wednesday 25 November: \d+ free times$/,
  );
});

async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 100; stop += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${name}".`);
}

/** What the focus is on, by its label or its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(
    '(({ activeElement: it }) => (it.labels?.[0]?.textContent ?? it.textContent).trim())(document)',
  );
}

function focusedId(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.id');
}
