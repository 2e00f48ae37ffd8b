// The sandbox's week view under the mouse, the keyboard and a finger.
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import type { World } from '../../src/sandbox/google/world.ts';
import { mira, openSandbox, sam, type OpenSandbox } from '../sandbox/open-sandbox.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  phone,
  screenshot,
} from '../support/browser.ts';
import { until } from '../support/until.ts';

const hourPixels = 48;

browserTest('dragging an event moves it by quarters of an hour and by days', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  const column = await widthOfDay(page);
  await drag(page, 'Physiotherapy', { x: column, y: 1.25 * hourPixels });

  await until(
    () => startOf(sandbox.world, 'Physiotherapy') === '2026-11-25T15:15:00.000Z',
    'moved',
  );
  expect(endOf(sandbox.world, 'Physiotherapy')).toBe('2026-11-25T16:15:00.000Z');
  await block(page, 'Physiotherapy').getByText('16:15–17:15').waitFor();
});

browserTest('dragging the lower edge changes the end alone', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  await drag(page, 'Physiotherapy', { x: 0, y: 0.5 * hourPixels }, 'edge');

  await until(() => endOf(sandbox.world, 'Physiotherapy') === '2026-11-24T15:30:00.000Z', 'longer');
  expect(startOf(sandbox.world, 'Physiotherapy')).toBe('2026-11-24T14:00:00.000Z');
});

browserTest('dragging whole days moves them by days', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  await drag(page, 'Dentist', { x: await widthOfDay(page), y: 0 });

  await until(() => startOf(sandbox.world, 'Dentist') === '2026-11-26', 'moved');
  expect(endOf(sandbox.world, 'Dentist')).toBe('2026-11-27');
});

browserTest('dragging one instance of a series moves that one alone', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  await drag(page, 'Team meeting', { x: 0, y: hourPixels });

  await block(page, 'Team meeting').getByText('10:30–11:15').waitFor();
  await page.getByRole('link', { name: 'Week after' }).click();
  await block(page, 'Team meeting').getByText('09:30–10:15').waitFor();
});

browserTest('Escape lets a drag go', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  await grasp(page, 'Physiotherapy', { x: 0, y: 2 * hourPixels }, 'middle');
  await page.locator('.ghost').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();

  expect(await page.locator('.ghost').count()).toBe(0);
  expect(startOf(sandbox.world, 'Physiotherapy')).toBe('2026-11-24T14:00:00.000Z');
});

browserTest('an event one is invited to stays where it is', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  await grasp(page, 'Planning for spring', { x: 0, y: hourPixels }, 'middle');

  expect(await page.locator('.ghost').count()).toBe(0);
});

browserTest('drawing on the grid adds an event for the time drawn', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);
  const { x, y } = await placeInDay(page, '2026-11-27', 14);

  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 1.5 * hourPixels, { steps: 6 });
  await page.mouse.up();
  await page.getByLabel('Title').fill('Consultation');
  await page.getByLabel('Guests').fill('jo@example.org');
  await page.getByRole('button', { name: 'Add' }).click();

  await block(page, 'Consultation').getByText('14:00–15:30').waitFor();
  expect(startOf(sandbox.world, 'Consultation')).toBe('2026-11-27T13:00:00.000Z');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

browserTest('a click on the grid offers an hour, and a refusal keeps what was typed', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);
  const { x, y } = await placeInDay(page, '2026-11-27', 14);

  await page.mouse.click(x, y + 2);
  await page.getByLabel('Title').fill('Consultation');
  await page.getByLabel('Guests').fill('nobody');
  await page.getByRole('button', { name: 'Add' }).click();

  await page.getByRole('alert').getByText('“nobody” is not an e-mail address.').waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Consultation');
  const times = await page.locator('dialog input[type=time]').all();
  expect(await Promise.all(times.map((time) => time.inputValue()))).toEqual(['14:00', '15:00']);
});

browserTest('Alt and the arrows move the event in focus, with Shift its end', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);
  await block(page, 'Physiotherapy').focus();

  await page.keyboard.press('Alt+ArrowDown');
  await block(page, 'Physiotherapy').getByText('15:15–16:15').waitFor();
  await page.keyboard.press('Alt+ArrowRight');
  await until(() => startOf(sandbox.world, 'Physiotherapy').startsWith('2026-11-25'), 'next day');
  await page.waitForFunction("document.activeElement.textContent.includes('Physiotherapy')");
  await page.keyboard.press('Alt+Shift+ArrowUp');

  await until(
    () => endOf(sandbox.world, 'Physiotherapy') === '2026-11-25T15:00:00.000Z',
    'shorter',
  );
  expect(startOf(sandbox.world, 'Physiotherapy')).toBe('2026-11-25T14:15:00.000Z');
});

browserTest('an invitation is answered in its dialog, by keyboard alone', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);
  await block(page, 'Planning for spring').press('Enter');
  await page.getByLabel('A comment, if you like').fill('Ten minutes late');
  await page.getByRole('button', { name: 'Maybe' }).press('Enter');

  await page.locator('.event.tentative', { hasText: 'Planning for spring' }).waitFor();

  const seen = Object.values(sandbox.world.state.events[sam]!).find(
    ({ event }) => event.summary === 'Planning for spring',
  );
  expect(seen!.event.attendees).toMatchObject([
    { email: mira, responseStatus: 'tentative', comment: 'Ten minutes late' },
  ]);
});

browserTest('an event is retitled and deleted in its dialog', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  await block(page, 'Physiotherapy').click();
  await page.getByLabel('Title').fill('Massage');
  await page.getByLabel('Title').press('Enter');
  await block(page, 'Massage').click();
  await page.getByRole('button', { name: 'Delete' }).click();

  await block(page, 'Massage').waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
});

browserTest('an event is put on another calendar in its dialog', async () => {
  const sandbox = await openSandbox();
  const { id } = sandbox.world.addCalendar({ owner: mira, summary: 'Practice' });
  const page = await openWeek(sandbox, mira);

  await block(page, 'Physiotherapy').click();
  await page.getByLabel('Another calendar').selectOption('Practice');
  await page.getByRole('button', { name: 'Put it there' }).click();

  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const moved = Object.values(sandbox.world.state.events[id]!).map(({ event }) => event.summary);
  expect(moved).toEqual(['Physiotherapy']);
});

browserTest('a long title keeps to its column', async () => {
  const sandbox = await openSandbox();
  const summary = 'A title that goes on and on, further than any column of the week is wide';
  addEvent(sandbox.world, mira, { summary, start: '2026-11-29', end: '2026-11-30' });
  const page = await openWeek(sandbox, mira, { viewport: { width: 1200, height: 800 } });

  const surplus = await page
    .locator('.scroll')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

  expect(surplus).toBe(0);
});

browserTest('what is written elsewhere appears by itself', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira);

  const start = new Date('2026-11-27T14:00:00Z');
  const end = new Date('2026-11-27T14:30:00Z');
  addEvent(sandbox.world, mira, { summary: 'Jo Field', start, end });

  await block(page, 'Jo Field').waitFor({ timeout: 6000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  browserTest(`the week and its dialog are for everybody, in the ${colorScheme}`, async () => {
    const sandbox = await openSandbox();
    const page = await openWeek(sandbox, mira, { colorScheme });
    await expectNoAxeViolations(page);
    await screenshot(page, `week-${colorScheme}`);

    await block(page, 'Planning for spring').click();
    await page.getByRole('dialog').waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, `week-dialog-${colorScheme}`);
  });

  browserTest(`the week is for everybody on a phone, in the ${colorScheme}`, async () => {
    const sandbox = await openSandbox();
    const page = await openWeek(sandbox, mira, { ...phone, colorScheme });

    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, `week-phone-${colorScheme}`);
  });
}

browserTest('a tap on the grid of a phone adds an event', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira, phone);
  const { x, y } = await placeInDay(page, '2026-11-25', 8);

  await page.touchscreen.tap(x, y + 2);

  await page.getByRole('dialog').getByText('New event').waitFor();
});

browserTest('without JavaScript events are added by the page itself', async () => {
  const sandbox = await openSandbox();
  const page = await openWeek(sandbox, mira, { javaScriptEnabled: false });

  await page.getByRole('link', { name: 'New event' }).click();
  await page.getByLabel('Title').fill('Consultation');
  await page.getByRole('button', { name: 'Add' }).click();

  await block(page, 'Consultation').getByText('09:00–10:00').waitFor();
});

type PageOptions = Parameters<typeof openPage>[0];

async function openWeek(
  { url }: OpenSandbox,
  account: string,
  options?: PageOptions,
): Promise<Page> {
  const page = await openPage(options);
  await page.goto(`${url}/calendar/${encodeURIComponent(account)}`);
  return page;
}

function block(page: Page, title: string) {
  return page.locator('.event', { hasText: title });
}

async function grasp(
  page: Page,
  title: string,
  by: { x: number; y: number },
  where: 'middle' | 'edge',
): Promise<void> {
  const { x, y, width, height } = (await block(page, title).boundingBox())!;
  const [fromX, fromY] = [x + width / 2, where === 'edge' ? y + height - 3 : y + height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + by.x, fromY + by.y, { steps: 6 });
}

async function drag(
  page: Page,
  title: string,
  by: { x: number; y: number },
  where: 'middle' | 'edge' = 'middle',
): Promise<void> {
  await grasp(page, title, by, where);
  await page.mouse.up();
}

async function widthOfDay(page: Page): Promise<number> {
  const box = await page.locator('.day').first().boundingBox();
  return box!.width;
}

async function placeInDay(page: Page, date: string, hour: number) {
  const { x, y, width } = (await page.locator(`.day[data-date="${date}"]`).boundingBox())!;
  return { x: x + width / 2, y: y + hour * hourPixels };
}

function startOf(world: World, title: string): string {
  const { date, dateTime } = eventOf(world, title).start;
  return (date ?? dateTime)!;
}

function endOf(world: World, title: string): string {
  const { date, dateTime } = eventOf(world, title).end;
  return (date ?? dateTime)!;
}

function eventOf({ state }: World, title: string) {
  const stored = Object.values(state.events[mira]!);
  return stored.find(({ event }) => event.summary?.startsWith(title))!.event;
}
