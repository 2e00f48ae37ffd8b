// One's own calendar over the times, from a file: dropped, marked, kept for the visit, removed; and never sent.
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { calendarText, event } from '../attendee-calendar/calendar-text.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { chooseTime, fillForm, openDoor, sendForm } from './visitor.ts';

let service: TestService;
const berlin = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };

/** Tuesday, Wednesday and Thursday, 11:00 to 12:00 in Berlin. */
const busyAtEleven = calendarText(
  event(
    'SUMMARY:Nobody’s business',
    'DTSTART;TZID=Europe/Berlin:20261124T110000',
    'DURATION:PT1H',
    'RRULE:FREQ=DAILY;COUNT=3',
  ),
);

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

browserTest('times that clash with a dropped calendar are marked, and can be chosen', async () => {
  const page = await openDay();

  await drop(page, busyAtEleven);
  await page.getByText('Your calendar is laid over the times.').waitFor();

  expect(await marks(page)).toEqual(['10:45', '11:00', '11:15', '11:30', '11:45']);
  expect(await page.locator('.overlay-legend').innerText()).toBe(
    'Marked: you are busy 11:00–12:00.',
  );
  await page.getByRole('button', { name: '11:15 You are busy 11:00–12:00' }).click();
  await page.waitForURL('**/book?**');
});

browserTest('a chosen file is laid over like a dropped one', async () => {
  const page = await openDay();

  await choose(page, busyAtEleven);
  await page.getByText('Your calendar is laid over the times.').waitFor();

  expect(await marks(page)).toHaveLength(5);
});

browserTest('a second calendar joins the first', async () => {
  const page = await openDay();
  await choose(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  await choose(page, calendarText(event('DTSTART:20261124T130000Z', 'DURATION:PT15M')));
  await page.getByText('busy 11:00–12:00 and 14:00–14:15').waitFor();

  expect(await marks(page)).toContain('14:00');
});

browserTest('nothing of a calendar leaves the browser', async () => {
  const page = await openDay();
  const sent: string[] = [];
  page.context().on('request', (request) => {
    const headers = Object.values(request.headers()).join();
    sent.push([request.method(), request.url(), headers, request.postData() ?? ''].join(' '));
  });

  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();
  await page.locator('#day-2026-11-25').click();
  await page.getByRole('heading', { name: 'Wednesday 25 November' }).waitFor();
  await chooseTime(page, '14:00');
  await fillForm(page, 'private@example.org');
  await sendForm(page);

  const reading = sent.filter((request) => request.includes('/assets/'));
  expect(reading.every((request) => request.startsWith('GET '))).toBe(true);
  expect(reading.some((request) => request.includes('/ical.js'))).toBe(true);
  expect(sent.length).toBeGreaterThan(reading.length);
  // by its words, by its times as the file has them, and as the browser keeps them
  const traces = ['Nobody', '20261124', 'RRULE', String(Date.parse('2026-11-24T10:00Z') / 60_000)];
  for (const trace of traces) expect(sent.filter((request) => request.includes(trace))).toEqual([]);
});

browserTest('the browser keeps epoch minutes, and nothing else of the file', async () => {
  const page = await openDay();

  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  const kept = await page.evaluate(`sessionStorage.getItem('overlay')`);
  const starts = ['24', '25', '26'].map((day) => Date.parse(`2026-11-${day}T10:00Z`) / 60_000);
  expect(JSON.parse(String(kept))).toEqual({
    busy: starts.flatMap((start) => [start, start + 60]),
    until: expect.any(Number),
  });
  expect(await page.evaluate('localStorage.length')).toBe(0);
});

browserTest('the parser is loaded with the first file, not with the page', async () => {
  const page = await openPage(berlin);
  const loaded: string[] = [];
  page.context().on('request', (request) => loaded.push(request.url()));
  const { address } = await openDoor(service);

  await page.goto(`${address}?date=2026-11-24`, { waitUntil: 'networkidle' });
  const before = loaded.filter((url) => url.endsWith('/ical.js'));
  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  expect(before).toEqual([]);
  expect(loaded.filter((url) => url.endsWith('/ical.js'))).toHaveLength(1);
});

browserTest('marks follow to another day, month and zone, and on another clock', async () => {
  const page = await openDay();
  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  await page.locator('#day-later').click();
  await page.getByRole('heading', { name: 'Wednesday 25 November' }).waitFor();
  expect(await marks(page)).toHaveLength(5);
  expect(await page.locator('#announcement').textContent()).toContain(
    '5 of them while you are busy',
  );
  await page.locator('#month-later').click();
  await page.getByRole('heading', { name: 'Tuesday 1 December' }).waitFor();
  expect(await page.locator('.overlay-legend').innerText()).toContain('Nothing in your calendar');
  await page.goBack();
  await page.getByRole('heading', { name: 'Wednesday 25 November' }).waitFor();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('tokyo');
  await page.getByRole('option', { name: 'Tokyo' }).click();
  await page.getByText('Marked: you are busy 19:00–20:00').waitFor();
  await page.locator('#clock-12').click();
  await page.getByText('Marked: you are busy 7:00 pm–8:00 pm').waitFor();
});

browserTest('marks are there again after the form and Back, and after a reload', async () => {
  const page = await openDay();
  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  await chooseTime(page, '14:00');
  await page.goBack();
  await page.locator('.time-own').waitFor();
  expect(await marks(page)).toHaveLength(5);
  await page.reload();
  await page.locator('.time-busy').first().waitFor();
  expect(await marks(page)).toHaveLength(5);
});

browserTest('a calendar that is removed leaves no mark, and stays away', async () => {
  const page = await openDay();
  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Your calendar is removed.').waitFor();

  expect(await marks(page)).toEqual([]);
  expect(await page.locator('.overlay-legend, .time-mark').count()).toBe(0);
  expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
  await page.reload();
  expect(await page.getByRole('button', { name: 'Remove', exact: true }).isVisible()).toBe(false);
  expect(await marks(page)).toEqual([]);
});

browserTest('what is no calendar is said in a sentence, and what was laid stays', async () => {
  const page = await openDay();
  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  await drop(page, 'Dear Sir or Madam', 'letter.txt');
  await page.getByText('“letter.txt” is not a calendar. Calendar files end in .ics.').waitFor();
  await drop(page, 'PK\u0003\u0004', 'calendars.zip');
  await page.getByText('“calendars.zip” is an archive. Unpack it').waitFor();
  await drop(page, ' '.repeat(5 * 1024 * 1024 + 1), 'decades.ics');
  await page.getByText('“decades.ics” is larger than 5 MB.').waitFor();

  expect(await marks(page)).toHaveLength(5);
});

browserTest('how many events could not be read is told', async () => {
  const page = await openDay();

  await drop(page, calendarText(event('SUMMARY:without a start')));

  await page.getByText('One event could not be read and got no mark.').waitFor();
});

browserTest('marks are there when a booking is moved', async () => {
  const page = await openDay({ confirmation: 'instant' });
  await chooseTime(page, '14:00');
  await fillForm(page, 'mover@example.org');
  await sendForm(page);

  await page.getByRole('link', { name: 'Move' }).click();
  await drop(page, busyAtEleven);
  await page.locator('.time-busy').first().waitFor();

  expect(await marks(page)).toHaveLength(5);
});

browserTest('without scripts nothing is offered that would not work', async () => {
  const { address } = await openDoor(service);
  const page = await openPage({ ...berlin, javaScriptEnabled: false });

  await page.goto(address);

  expect(await page.getByText('Compare with your own calendar').isVisible()).toBe(false);
});

/** Tuesday 24 November, open from 9 to 17. */
async function openDay(fields: Parameters<typeof openDoor>[1] = {}): Promise<Page> {
  const { address } = await openDoor(service, fields);
  const page = await openPage(berlin);
  await page.goto(`${address}?date=2026-11-24`);
  return page;
}

async function drop(page: Page, text: string, name = 'mine.ics'): Promise<void> {
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)})`;
  const dataTransfer = await page.evaluateHandle(
    `(() => { const transfer = new DataTransfer(); transfer.items.add(${file}); return transfer; })()`,
  );
  await page.locator('.picker').dispatchEvent('dragover', { dataTransfer });
  await page.locator('.picker').dispatchEvent('drop', { dataTransfer });
}

async function choose(page: Page, text: string): Promise<void> {
  await page.getByText('Compare with your own calendar').waitFor();
  const file = { name: 'mine.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) };
  await page.locator('#overlay-file').setInputFiles(file);
}

/** The times that bear a mark. */
async function marks(page: Page): Promise<string[]> {
  const times = await page.locator('.time-busy').allInnerTexts();
  return times.map((text) => /\d+:\d+/.exec(text)![0]);
}
