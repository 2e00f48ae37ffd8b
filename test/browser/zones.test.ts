// The zone that times are shown in: guessed, searched, chosen; never changed in silence.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserTest, openPage } from '../support/browser.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { openDoor } from './visitor.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

const withScripts = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };
const withoutScripts = { ...withScripts, javaScriptEnabled: false };

browserTest('a visitor from elsewhere sees the times of the own zone without asking', async () => {
  const { address } = await openDoor(service);
  const page = await openPage({ locale: 'en-US', timezoneId: 'America/New_York' });

  await page.goto(address);
  await page.getByText('Times are in America/New York (GMT−5)').waitFor();

  expect(await page.locator('.time').first().innerText()).toBe('4:00 am');
});

browserTest('a zone is found by typing a part of its name', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(withScripts);
  await page.goto(address);

  await page.getByRole('combobox', { name: 'Time zone' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('kath');
  await page.getByRole('option', { name: 'Kathmandu, Nepal' }).click();
  await page.getByText('Times are in Asia/Kathmandu (GMT+5:45)').waitFor();

  expect(await page.locator('.time').first().innerText()).toBe('14:45');
});

browserTest('a zone is chosen from a plain list without scripts', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(withoutScripts);
  await page.goto(address);

  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Show' }).click();

  expect(await page.locator('.picker-checked').innerText()).toContain('Asia/Tokyo (GMT+9)');
});

browserTest('the list of zones opens at the zone that times are in', async () => {
  const page = await openCalendar();

  await zone(page).click();

  const chosen = page.locator('.zone-list [aria-selected=true]');
  expect(await chosen.innerText()).toMatch(/^Berlin, Germany\s+GMT\+1$/);
  expect(await isInView(page)).toBe(true);
  expect(await page.locator('.zone-list li').count()).toBeGreaterThan(400);
});

browserTest(
  'a zone is found by its country and by its offset, that very offset first',
  async () => {
    const page = await openCalendar();

    await zone(page).fill('nepal');
    const byCountry = await firstFound(page);
    await zone(page).fill('utc+1');
    const byOffset = await firstFound(page);
    await zone(page).fill('sao paulo');
    const byCity = await firstFound(page);

    expect(byCountry).toMatch(/^Kathmandu, Nepal/);
    expect(byOffset).toMatch(/GMT\+1$/);
    expect(byCity).toMatch(/^Sao Paulo, Brazil/);
  },
);

browserTest('words that mean no zone stay, and are said to change nothing', async () => {
  const page = await openCalendar();

  await zone(page).fill('Atlantis');
  const meanwhile = await page.locator('#zone-told').innerText();
  await zone(page).press('Enter');
  await zone(page).press('Tab');
  const after = await page.locator('#zone-told').innerText();

  expect(meanwhile).toContain('There is no time zone “Atlantis”. Try a city');
  expect(after).toBe('“Atlantis” is not chosen: times are still those of Berlin, Germany (GMT+1).');
  expect(await zone(page).inputValue()).toBe('Atlantis');
  expect(await page.locator('.picker-checked').innerText()).toContain('Europe/Berlin');
});

browserTest('Escape gives the zone back that times are in', async () => {
  const page = await openCalendar();

  await zone(page).fill('Atlantis');
  await zone(page).press('Escape');

  expect(await zone(page).inputValue()).toBe('Berlin, Germany (GMT+1)');
  expect(await page.locator('#zone-told').innerText()).toBe('');
});

browserTest('an address with an unknown zone says so, with and without scripts', async () => {
  const { address } = await openDoor(service);

  for (const options of [withScripts, withoutScripts]) {
    const page = await openPage({ ...options, timezoneId: 'Asia/Tokyo' });
    await page.goto(`${address}?timeZone=Atlantis/Deep`);

    expect(await page.locator('#zone-told').innerText()).toContain('“Atlantis/Deep”');
    expect(await page.locator('.picker-checked').innerText()).toContain('Europe/Berlin');
  }
});

async function openCalendar(): Promise<Page> {
  const { address } = await openDoor(service);
  const page = await openPage(withScripts);
  await page.goto(address);
  await zone(page).waitFor();
  return page;
}

function zone(page: Page) {
  return page.getByRole('combobox', { name: 'Time zone' });
}

function firstFound(page: Page): Promise<string> {
  return page.locator('.zone-list li').first().innerText();
}

function isInView(page: Page): Promise<boolean> {
  return page.evaluate(`(() => {
    const row = document.querySelector('.zone-list [aria-selected=true]').getBoundingClientRect();
    const list = document.querySelector('.zone-list').getBoundingClientRect();
    return row.top >= list.top && row.bottom <= list.bottom;
  })()`);
}
