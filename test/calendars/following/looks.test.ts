// What following shows, in a browser: the way back from a move, and the organiser's page with all that is to be looked at.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { makeAllDay } from '../../../src/sandbox/google/people/events.ts';
import { createVisitor } from '../../organisers/visitor.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  screenshot,
} from '../../support/browser.ts';
import { startTestService, type TestService } from '../../support/service.ts';
import { type FollowingDesk, openFollowingDesk, ten, two } from './following-desk.ts';

const looks: [string, BrowserContextOptions][] = [
  ['320', { viewport: { width: 320, height: 700 } }],
  ['1280', { viewport: { width: 1280, height: 860 } }],
  ['390-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
];

const cookie = 'quarterhour-session';

let service: TestService;
let desk: FollowingDesk;

beforeAll(async () => {
  service = await startTestService();
  desk = await openFollowingDesk(service);
});

afterAll(() => service.close());

browserTest(
  'a move is undone from the mail: now and before, one button, and what came of it',
  async () => {
    const booked = await desk.book(ten);
    desk.move(booked, two);
    await desk.read();
    const [mail] = service.inbox.to(desk.made.email).slice(-1);
    const link = /https?:\S+\/bookings\/undo\/[\w-]+/.exec(mail!.text)![0];
    await eachLook('undo', link);
    const page = await openPage();

    await page.goto(link);
    await page.getByRole('button', { name: 'Move it back' }).click();
    await page.getByRole('heading', { name: 'Moved back' }).waitFor();

    expect(await page.getByText('10:00').count()).toBe(1);
    await screenshot(page, 'undone');
    await eachLook('nothing-to-undo', link);
  },
);

browserTest(
  'the organiser’s page says what the attendee answered and what is to be looked at',
  async () => {
    const booked = await desk.book('2026-11-25T10:00:00+01:00');
    desk.answer(booked, 'declined', 'I have the flu, and will come next week instead');
    makeAllDay(service.google.world, desk.place(booked));
    await desk.read();
    const visitor = createVisitor(service);
    await visitor.signIn(desk.made.email);

    await eachLook('flagged', `${service.url}/organiser`, visitor.cookie(cookie));
  },
);

async function eachLook(name: string, address: string, session?: string): Promise<void> {
  for (const [size, options] of looks) {
    const page = await openPage(options);
    if (session !== undefined)
      await page.context().addCookies([{ name: cookie, value: session, url: service.url }]);
    await page.goto(address);

    await screenshot(page, `${name}-${size}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  }
}
