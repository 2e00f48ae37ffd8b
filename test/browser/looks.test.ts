// Every state of the hosted pages: nothing for axe to find in light or dark, nothing to scroll sideways at 320 px.
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  screenshot,
} from '../support/browser.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { chooseTime, confirmLink, fillForm, openDoor, sendForm } from './visitor.ts';

let service: TestService;
const berlin = { locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' } as const;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

browserTest('the profile, the calendar and the search of zones are sound', async () => {
  const { address, made } = await openDoor(service);
  const page = await openPage(berlin);

  await page.goto(`${service.url}/${made.organiser.handle}`);
  await expectSound(page, 'profile');
  await page.goto(address);
  await expectSound(page, 'calendar');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('am');
  await expectSound(page, 'zones');
  await page.goto(`${address}?date=2026-11-29`);
  await expectSound(page, 'calendar-nothing-free');
});

browserTest('the form is sound, empty, at fault and out of time', async () => {
  const { address } = await openDoor(service, {
    questions: [{ key: 'topic', label: 'What is it about?', kind: 'long', isRequired: true }],
  });
  const page = await openPage(berlin);

  await page.goto(address);
  await chooseTime(page, '11:00');
  await expectSound(page, 'form');
  await page.locator('.form-end .button').click();
  await page.locator('.error-summary').waitFor();
  await expectSound(page, 'form-faults');
  await page.goBack();
  service.clock.advance(11 * 60_000);
  await page.reload();
  await expectSound(page, 'hold-over');
});

browserTest('the way from the mail to the cancelled appointment is sound', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'sound@example.org');
  await sendForm(page);

  await expectSound(page, 'check-your-mail');
  await page.goto(await confirmLink(service, 'sound@example.org'));
  await expectSound(page, 'confirm');
  await page.getByRole('button', { name: 'Confirm appointment' }).click();
  await page.waitForURL('**/bookings/**');
  await expectSound(page, 'booked');
  await page.getByRole('link', { name: 'Move' }).click();
  await expectSound(page, 'move');
  await page.getByRole('button', { name: '14:30', exact: true }).click();
  await page.waitForURL('**start=**');
  await expectSound(page, 'move-asks');
  await page.getByRole('link', { name: 'Choose another' }).click();
  await page.getByRole('link', { name: 'Keep the present time' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expectSound(page, 'cancel-asks');
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await page.getByText('This appointment is cancelled').waitFor();
  await expectSound(page, 'cancelled');
});

browserTest('what went wrong is told by sound pages', async () => {
  const { address } = await openDoor(service);
  const [page, other] = [await openPage(berlin), await openPage(berlin)];
  await page.goto(address);
  await other.goto(address);
  await chooseTime(other, '11:00');

  await page.getByRole('button', { name: '11:00', exact: true }).click();
  await page.getByText('This time has just been taken').waitFor();
  await expectSound(page, 'taken');
  await page.goto(`${service.url}/nobody`);
  await expectSound(page, 'nothing-here');
});

browserTest('a calendar that cannot be read is told, with a way to try again', async () => {
  const { address, made } = await openDoor(service);
  const page = await openPage(berlin);
  await service.parts.database.pool.query(
    `update google_accounts set state = 'needs_reconnect' where id = $1`,
    [made.accountId],
  );

  const answer = await page.goto(address);

  expect(answer!.status()).toBe(503);
  expect(await page.locator('.time').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Try again' }).count()).toBe(1);
  await expectSound(page, 'unavailable');
});

async function expectSound(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(page);
    await screenshot(page, `${name}-${colorScheme}`);
  }
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await screenshot(page, `${name}-320`);
  await page.setViewportSize(size);
}
