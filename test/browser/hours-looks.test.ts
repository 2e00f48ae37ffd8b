// The editor of hours in all its states: sound on a desk, on a phone and on the smallest one, light and dark.
import { afterAll, beforeAll } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ApiClient, apiClient } from '../organisers/api-client.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { book } from '../support/attendee.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';

const evenings = [2, 4].map((weekday) => ({ weekday, opens: '18:00', closes: '20:00' }));

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;
let organiser: Visitor;
let schedule: string;

beforeAll(async () => {
  service = await startTestService({ now: '2026-11-23T08:40:00Z' });
  made = await makeOrganiser(service, {
    email: 'mira@example.com',
    eventType: { slug: 'first-visit', title: 'First visit', durationMinutes: 45 },
  });
  me = await apiClient(service, made.organiser.id);
  await me('PATCH', '/api/me', { name: 'Dr. Mira Lindqvist' });
  const late = await addEventType(service, made.organiser.id, { title: 'Late consultation' });
  schedule = String(
    (await me('POST', '/api/me/schedules', { name: 'Evenings', weekly: evenings })).body['id'],
  );
  await me('PATCH', `/api/me/event-types/${late.slug}`, { schedule });
  const { body } = await me('GET', '/api/me/schedules');
  const [first] = body['schedules'] as { id: string; weekly: object[] }[];
  const holiday = ['24', '25', '26', '27', '28', '29', '30', '31'].map((day) => ({
    date: `2026-12-${day}`,
    intervals: [],
    label: 'Christmas',
  }));
  await me('PUT', `/api/me/schedules/${first!.id}`, {
    name: 'Practice',
    weekly: [
      ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '12:30' })),
      ...[1, 2, 4, 5].map((weekday) => ({ weekday, opens: '14:00', closes: '18:00' })),
    ],
    overrides: [
      { date: '2026-11-28', intervals: [{ opens: '09:00', closes: '12:00' }], label: 'Open day' },
      ...holiday,
    ],
  });
  await me('POST', '/api/me/time-off', {
    start: '2026-11-26T14:30:00+01:00',
    end: '2026-11-26T16:00:00+01:00',
    label: 'Dentist',
  });
  await me('POST', '/api/me/time-off', {
    start: '2027-02-01T00:00:00+01:00',
    end: '2027-02-06T00:00:00+01:00',
  });
  await book(service, made, '2026-11-24T10:00:00+01:00', { name: 'Lea Sommer' });
  await book(service, made, '2026-11-24T15:00:00+01:00', { name: 'Sam Ode' });
  organiser = createVisitor(service);
  await organiser.signIn(made.email);
  await service.settle();
});

afterAll(() => service.close());

browserTest('the default schedule', async () => {
  const page = await open('/organiser/hours');

  await expectSound(page, 'hours');
});

browserTest('everything that opens, open', async () => {
  const page = await open('/organiser/hours');
  await page.evaluate(
    `for (const each of document.querySelectorAll('main details')) each.open = true`,
  );

  await expectSound(page, 'hours-open');
});

browserTest('a named schedule, a range being changed, and a change in the preview', async () => {
  const page = await open(`/organiser/hours/${schedule}`);
  await page.click('#add-2');
  await page.fill('#field-2-1-opens', '20:30');
  await page.fill('#field-2-1-closes', '22');
  await page.fill('#field-4-0-closes', '19');
  await page.waitForSelector('.preview-body .badge-warning');

  await expectSound(page, 'hours-named');
});

browserTest('faults', async () => {
  const page = await open('/organiser/hours');
  await page.fill('#field-1-0-closes', 'noon');
  await page.fill('#field-2-1-opens', '22');
  await page.fill('#field-2-1-closes', '2');
  await page.click('summary:has-text("Add dates")');
  await page.fill('#field-dates-from', '2026-11-20');
  await page.click('summary:has-text("Add time off")');
  await page.fill('#field-off-from-time', '9');
  await page.click('text=Save hours');

  await expectSound(page, 'hours-faults');
});

browserTest('appointments that would be outside', async () => {
  const page = await open('/organiser/hours');
  await page.fill('#field-2-0-opens', '11:00');
  await page.fill('#field-2-1-opens', '16:00');
  await page.click('text=Save hours');
  await page.waitForSelector('.stranded');
  await expectSound(page, 'hours-question');

  await page.click('text=Save all the same');
  await page.waitForURL('**saved=*');
  await expectSound(page, 'hours-stranded');
});

async function open(address: string, options = {}): Promise<Page> {
  const page = await openPage({ reducedMotion: 'reduce', ...options });
  const value = organiser.cookie('quarterhour-session')!;
  await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}
