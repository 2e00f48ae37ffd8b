// The pages for attendees in a browser: no fault for assistive technology, no scrolling sideways, light and dark.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { book } from '../support/attendee.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  phone,
  screenshot,
} from '../support/browser.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { appointment } from './people.ts';

const smallest = { viewport: { width: 320, height: 700 } };
const dark = { colorScheme: 'dark' } as const;

let service: TestService;
let visitor: Visitor;
let path: string;
let other: string;
let receipt: string;

beforeAll(async () => {
  service = await startTestService();
  const made = await makeOrganiser(service);
  const lea = { name: 'Lea Attendee', email: 'lea.attendee@example.org', phone: '+4930123456' };
  await appointment(service, made, '2026-10-01T09:00:00Z', lea);
  await appointment(service, made, '2026-10-08T09:00:00Z', { ...lea, state: 'no_show' });
  const { attendeeId } = await appointment(service, made, '2026-10-15T09:00:00Z', lea);
  await book(service, made, '2026-11-24T10:00:00+01:00', lea);
  const twin = {
    name: 'Lea Attendee',
    email: 'lea.of-a-very-long-address-indeed@mail.example.org',
  };
  other = (await appointment(service, made, '2026-09-01T09:00:00Z', twin)).attendeeId;
  const long = { name: 'Somebody-With-A-Very-Long-Name Who-Does-Not-Wrap-Easily' };
  await appointment(service, made, '2026-09-02T09:00:00Z', long);
  const gone = await appointment(service, made, '2026-09-03T09:00:00Z', { age: 40 });
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  path = `/organiser/attendees/${attendeeId}`;
  receipt = (await visitor.send(`/organiser/attendees/${gone.attendeeId}/erase`, {})).url.pathname;
  await visitor.send(`${path}/note`, { note: 'Likes mornings.' });
  await service.settle();
});

afterAll(() => service.close());

for (const [name, address] of [
  ['attendees', () => '/organiser/attendees'],
  ['attendees-none', () => '/organiser/attendees?q=zzz'],
  ['attendee', () => `${path}?saved=note`],
  ['attendee-merge', () => `${path}/merge`],
  ['attendee-merge-question', () => `${path}/merge/${other}`],
  ['attendee-erase', () => `${path}/erase`],
  ['privacy', () => '/organiser/privacy'],
  ['receipt', () => `${receipt}?saved=erased`],
] as const) {
  browserTest(`${name} is sound on a desk, on a phone, and in the dark`, async () => {
    for (const options of [{}, phone, smallest, dark]) {
      const page = await open(address(), options);

      await screenshot(
        page,
        `${name}-${page.viewportSize()!.width}-${Object.keys(options).at(-1)}`,
      );
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
    }
  });
}

browserTest('a search leads to the person, and a note is written there', async () => {
  const page = await open('/organiser/attendees');
  await page.fill('#field-q', 'lea.att');
  await page.keyboard.press('Enter');
  await page.click('text=Lea Attendee');
  await page.fill('#field-note', 'Comes by train.');
  await page.click('text=Save the note');

  expect(await page.textContent('[role=alert]')).toContain('The note is saved.');
  expect(await page.inputValue('#field-note')).toBe('Comes by train.');
});

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(options);
  const cookie = { name: 'quarterhour-session', value: visitor.cookie('quarterhour-session')! };
  await page.context().addCookies([{ ...cookie, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}
