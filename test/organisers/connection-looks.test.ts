// The calendars page in its states, in a browser: wide and narrow, light and dark.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { removeCalendar, shareCalendar } from '../../src/sandbox/google/people/calendars.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  screenshot,
} from '../support/browser.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { addPerson, type ConnectionDesk, openConnectionDesk } from './connection-desk.ts';

const looks: [string, BrowserContextOptions][] = [
  ['320', { viewport: { width: 320, height: 700 } }],
  ['390', { viewport: { width: 390, height: 844 } }],
  ['390-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ['1280', { viewport: { width: 1280, height: 860 } }],
  ['1280-dark', { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' }],
];

let service: TestService;
let desk: ConnectionDesk;
let second: string;
let team: string;

beforeAll(async () => {
  service = await startTestService({ push: true });
  desk = await openConnectionDesk(service);
  second = addPerson(service, 'second');
  const { world } = service.google;
  const colleague = addPerson(service, 'colleague');
  world.addCalendar({
    owner: desk.email,
    summary: 'Consultations, with a name that is rather long',
  });
  team = world.addCalendar({ owner: colleague, summary: 'Team' }).id;
  shareCalendar(world, team, desk.email, 'freeBusyReader');
  await desk.connect(second);
  await service.settle();
});

afterAll(() => service.close());

browserTest('two accounts with their calendars are sound in every look', async () => {
  service.clock.advance(61_000);
  await eachLook('calendars', '/organiser/calendars');
});

browserTest('what was done is said first', async () => {
  const { id } = await desk.accountOf(second);
  await eachLook('connected', `/organiser/calendars?connected=${id}`);
});

browserTest('an event type has a choice of calendars', async () => {
  await eachLook('event-type', '/organiser/event-types/30min');
});

browserTest('the question before disconnecting is sound in every look', async () => {
  const { id } = await desk.accountOf(desk.email);
  await eachLook('disconnect', `/organiser/calendars/accounts/${id}/disconnect`);
});

browserTest('a check is one press, and a tick can be set by the keyboard', async () => {
  const page = await open('/organiser/calendars', {});
  await page.click(`button:has-text("Check now: ${second}")`);
  expect(await page.textContent('[role=alert]')).toContain('Google answers for');

  await page.focus('input[name=busy] >> nth=1');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/organiser/calendars?saved=saved');

  expect(await page.isChecked('input[name=busy] >> nth=1')).toBe(true);
});

browserTest('a calendar that vanished and a lost account are told on every page', async () => {
  const { id } = await desk.calendarOf('Team');
  const { calendars } = await desk.connections();
  const ticked = calendars.filter(({ countsAsBusy }) => countsAsBusy).map((each) => each.id);
  await desk.choose({ busy: [...ticked, id] });
  removeCalendar(service.google.world, team);
  service.google.oauth.revokeGrant(second);
  service.clock.advance(61_000);
  await refreshBusy(service.parts, { organiserId: desk.organiserId });

  await eachLook('troubles', '/organiser/calendars');
  await eachLook('banner', '/organiser/hours');
});

browserTest('an account disconnected, and one that Google could not be told of', async () => {
  service.google.faults.add({ method: 'oauth.revoke', fault: 'html_502', times: 9 });
  const { id } = await desk.accountOf(second);
  await desk.disconnect(second);
  service.google.faults.clear();

  await eachLook('disconnected', `/organiser/calendars?disconnected=${id}&left=1`);
});

async function eachLook(name: string, address: string): Promise<void> {
  for (const [look, options] of looks) {
    const page = await open(address, options);
    if (look.startsWith('1280')) await openAll(page);

    await screenshot(page, `connections-${name}-${look}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  }
}

async function open(address: string, options: BrowserContextOptions): Promise<Page> {
  const page = await openPage(options);
  const value = desk.visitor.cookie('quarterhour-session')!;
  await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
}
