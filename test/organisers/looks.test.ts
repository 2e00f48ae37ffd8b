// The organiser's pages in a browser: no fault for assistive technology, no scrolling sideways, light and dark.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sql } from '../../src/database/sql.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  screenshot,
} from '../support/browser.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { apiClient, call } from './api-client.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const smallest = { viewport: { width: 320, height: 700 } };
const dark = { colorScheme: 'dark' } as const;

let service: TestService;
let visitor: Visitor;
let accountId: string;
let bookingId: string;

beforeAll(async () => {
  service = await startTestService();
  const made = await makeOrganiser(service, { eventType: { slug: 'visit', title: 'Visit' } });
  accountId = made.accountId;
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  const booked = await call(service, null, 'POST', '/api/bookings', {
    organiser: made.organiser.handle,
    eventType: 'visit',
    start: '2026-11-24T09:00:00Z',
    attendee: {
      name: 'Somebody-With-A-Very-Long-Name Who-Does-Not-Wrap-Easily',
      email: 'somebody@example.com',
      phone: '+4930123456',
      timeZone: 'Asia/Kathmandu',
    },
  });
  bookingId = String(booked.body['id']);
  await insertPast(made);
  const me = await apiClient(service, made.organiser.id);
  const hours = await me('GET', '/api/me/availability');
  const overrides = [{ date: '2026-12-24', intervals: [] }];
  await me('PUT', '/api/me/availability', { ...hours.body, overrides });
  await service.settle();
});

afterAll(() => service.close());

for (const [name, address] of [
  ['sign-in', '/organiser/sign-in'],
  ['today', '/organiser?saved=cancel'],
  ['booking', () => `/organiser/bookings/${bookingId}?saved=move`],
  ['move', () => `/organiser/bookings/${bookingId}/move`],
  ['confirm-move', () => `/organiser/bookings/${bookingId}/move?start=2026-11-25T09:00:00Z`],
  ['bookings', '/organiser/bookings'],
  ['past', '/organiser/bookings/past'],
  ['hours', '/organiser/hours'],
  ['event-types', '/organiser/event-types'],
  ['event-type', '/organiser/event-types/visit'],
  ['new-event-type', '/organiser/new-event-type'],
  ['calendars', '/organiser/calendars'],
] as const) {
  browserTest(`${name} is sound on a desk, on the smallest phone, and in the dark`, async () => {
    for (const options of [{}, smallest, dark]) {
      const page = await open(
        typeof address === 'string' ? address : address(),
        options,
        name !== 'sign-in',
      );
      await openAll(page);

      await screenshot(page, `organiser-${name}-${Object.keys(options)[0] ?? 'desk'}`);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
    }
  });
}

browserTest('faults are told beside the fields, and the page opens at their summary', async () => {
  const page = await open('/organiser/hours');
  await page.fill('#field-1-0-opens', 'early');
  await page.click('text=Save hours');

  expect(await page.getAttribute('#field-1-0-opens', 'aria-invalid')).toBe('true');
  expect(await page.inputValue('#field-1-0-opens')).toBe('early');
  expect(await page.evaluate('document.activeElement.id')).toBe('errors');
  await expectNoAxeViolations(page);
});

browserTest('nothing is cancelled by one press', async () => {
  const address = `/organiser/bookings/${bookingId}`;
  const page = await open(address);

  await page.click('summary:has-text("Cancel")');

  expect(await page.isVisible('text=Yes, cancel it')).toBe(true);
  expect(page.url()).toBe(`${service.url}${address}`);
});

browserTest('a lost connection is the first thing on the page', async () => {
  await service.parts.database.query(sql`
    update google_accounts set state = 'needs_reconnect', state_reason = 'needs_reconnect'
    where id = ${accountId}`);

  const page = await open('/organiser');

  expect(await page.textContent('.organiser > * >> nth=0')).toContain(
    'Please connect this account again',
  );
  await screenshot(page, 'organiser-reconnect');
  await expectNoAxeViolations(page);
});

async function open(
  address: string,
  options: BrowserContextOptions = {},
  isSignedIn = true,
): Promise<Page> {
  const page = await openPage(options);
  const cookie = { name: 'quarterhour-session', value: visitor.cookie('quarterhour-session')! };
  if (isSignedIn) await page.context().addCookies([{ ...cookie, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}

async function insertPast({ organiser, eventType }: MadeOrganiser): Promise<void> {
  await service.parts.database.query(sql`
    insert into bookings
      (organiser_id, event_type_id, state, starts_at, ends_at, blocked, changed_at, changed_by, created_at,
       requested_at, confirmed_at, attendee_name, attendee_email, attendee_time_zone)
    select ${organiser.id}, ${eventType.id}, state, at, at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'),
      at, 'system', at, at, at, 'Somebody', 'somebody@example.com', 'UTC'
    from (values ('completed', '2026-11-16T09:00:00Z'::timestamptz), ('no_show', '2026-11-17T09:00:00Z'),
      ('cancelled', '2026-11-18T09:00:00Z')) past (state, at)`);
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
}
