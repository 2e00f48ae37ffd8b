// The way to Google and back, as an attendee goes it: the same day, with marks; or told kindly why there are none.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { chooseTime, openDoor } from './visitor.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ config: { attendeeGoogle: true } });
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

browserTest('a Google Calendar is laid over the day that was looked at', async () => {
  const page = await openDay();

  await goToGoogle(page, addPerson());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Your Google Calendar is laid over the times.').waitFor();

  expect(await page.locator('#day-title').innerText()).toContain('Wednesday 25 November');
  expect(await page.locator('.overlay-legend').innerText()).toBe(
    'Marked: you are busy 11:00–12:00.',
  );
  expect(await page.locator('.time-busy').count()).toBe(5);
  expect(new URL(page.url()).search).not.toContain('overlay');
});

browserTest(
  'Back leads to the times from before, with the marks, and never to Google’s answer',
  async () => {
    const page = await openDay();
    await goToGoogle(page, addPerson());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.time-busy').first().waitFor();

    await chooseTime(page, '14:00');
    await page.goBack();
    await page.locator('.time-own').waitFor();

    expect(await page.locator('.time-busy').count()).toBe(5);
    const kept = await page.evaluate(`sessionStorage.getItem('overlay')`);
    expect(Object.keys(JSON.parse(String(kept)))).toEqual(['busy', 'until']);
  },
);

browserTest('who says no at Google is told that nothing is marked, and books on', async () => {
  const page = await openDay();

  await goToGoogle(page, addPerson());
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('You did not let Google tell when you are busy').waitFor();

  expect(await page.locator('.time-busy, .overlay-legend').count()).toBe(0);
  await chooseTime(page, '14:00');
});

browserTest('when Google fails, the page says so, and a reload says it no more', async () => {
  const page = await openDay();
  await goToGoogle(page, addPerson());
  service.google.faults.add({ method: 'calendar.freebusy.query', fault: 'html_502', times: 9 });

  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Google did not tell when you are busy').waitFor();
  service.google.faults.clear();
  await page.reload();

  expect(await page.getByText('Google did not tell').count()).toBe(0);
});

/** The second free day, by way of the first. */
async function openDay(): Promise<Page> {
  const { address } = await openDoor(service);
  const page = await openPage({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  await page.goto(`${address}?date=2026-11-24`);
  await page.locator('#day-later').click();
  await page.getByRole('heading', { name: 'Wednesday 25 November' }).waitFor();
  return page;
}

/** Busy on that day from 11 to 12. */
function addPerson(): string {
  const email = `attendee-${randomUUID().slice(0, 8)}@example.org`;
  service.google.world.addAccount({ address: email, timeZone: 'Europe/Berlin' });
  const [start, end] = [new Date('2026-11-25T10:00Z'), new Date('2026-11-25T11:00Z')];
  addEvent(service.google.world, email, { summary: 'Yoga', start, end });
  return email;
}

async function goToGoogle(page: Page, email: string): Promise<void> {
  await page.getByText('Compare with your own calendar').click();
  await page.getByRole('button', { name: 'Lay my Google Calendar over these times' }).click();
  await page.getByRole('link', { name: email }).click();
}
