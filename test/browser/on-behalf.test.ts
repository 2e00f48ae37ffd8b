// An organiser books for somebody, from the first page to the booking's own, and sees to it there.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { apiClient } from '../organisers/api-client.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';

const questions = [
  { key: 'aim', label: 'What would you like to reach?', kind: 'long', isRequired: true },
] as const;

let service: TestService;
let made: MadeOrganiser;
let organiser: Visitor;

beforeAll(async () => {
  service = await startTestService();
  made = await makeOrganiser(service, {
    email: 'mira@example.com',
    eventType: { slug: 'first-visit', title: 'First visit', questions: [...questions] },
  });
  await addEventType(service, made.organiser.id, {
    slug: 'consultation',
    title: 'Consultation',
    otherDurations: [60],
  });
  organiser = createVisitor(service);
  await organiser.signIn(made.email);
  const me = await apiClient(service, made.organiser.id);
  for (const [index, name] of ['Sam Ode', 'Noor Aziz', 'Ida Berg'].entries())
    await me('POST', '/api/me/bookings', {
      eventType: 'consultation',
      start: `2026-11-2${5 + index}T09:00:00Z`,
      attendee: { name, email: `${name.split(' ')[0]!.toLowerCase()}@example.org` },
    });
  await service.settle();
  const [start, end] = [new Date('2026-11-24T09:30:00Z'), new Date('2026-11-24T10:30:00Z')];
  addEvent(service.google.world, made.email, { summary: 'Dentist', start, end });
});

afterAll(() => service.close());

browserTest('what, when, who, and the press that books', async () => {
  service.clock.set(monday);
  const page = await open('/organiser/book');
  await expectSound(page, 'behalf-what');

  await page.click('text=Consultation');
  await page.waitForSelector('#picker');
  await expectSound(page, 'behalf-when');
  await page.click('text=1 hour');
  await page.waitForURL('**durationMinutes=60**');
  await page.click('button.time >> nth=2');
  await page.waitForURL('**start=*');
  await expectSound(page, 'behalf-whom');

  await page.fill('input[name=q]', 'noor');
  await page.press('input[name=q]', 'Enter');
  await page.click('a:has-text("Noor Aziz")');
  expect(await page.inputValue('input[name=email]')).toBe('noor@example.org');
  await page.fill('textarea[name=note]', 'Rang up; would like the quiet room.');
  await expectSound(page, 'behalf-details');

  await page.press('input[name=name]', 'Enter');
  await page.waitForURL('**/organiser/bookings/**');
  expect(await page.isVisible('text=Booked. The attendee is told')).toBe(true);
  expect(await page.isVisible('text=You booked it:')).toBe(true);
  await service.settle();
  await page.reload();
  await expectSound(page, 'behalf-booked');
});

browserTest('a time of one’s own, against which something speaks', async () => {
  service.clock.set(monday);
  const page = await open('/organiser/book?eventType=first-visit');
  await page.fill('input[name=on]', '2026-11-24');
  await page.fill('input[name=at]', '11:00');
  await page.click('button:has-text("Take this time")');
  await page.click('text=Somebody new');

  expect(await page.isVisible('text=is busy at Google')).toBe(true);
  await page.fill('input[name=name]', 'Lea Attendee');
  await page.fill('input[name=email]', 'lea@example.org');
  await page.click('.form-end button');
  await page.waitForSelector('text=Tick this to take it all the same');
  expect(await page.inputValue('input[name=email]')).toBe('lea@example.org');
  await expectSound(page, 'behalf-objected');

  await page.check('input[name=accept]');
  await page.click('.form-end button');
  await page.waitForURL('**/organiser/bookings/**');
  expect(await page.isVisible('text=Booked. The attendee is told')).toBe(true);
});

browserTest('a time that is taken, and another one instead', async () => {
  service.clock.set(monday);
  const start = '2026-11-25T09:00:00.000Z';
  const page = await open(`/organiser/book?eventType=first-visit&start=${start}&who=new`);
  await page.fill('input[name=name]', 'Ann Other');
  await page.fill('input[name=email]', 'ann@example.org');
  await expectSound(page, 'behalf-taken');

  await page.click('.alternatives button >> nth=0');

  await page.waitForURL('**/organiser/bookings/**');
  expect(await page.isVisible('h1:has-text("First visit with Ann Other")')).toBe(true);
});

browserTest('a booking that is moved to a time of the organiser’s own', async () => {
  service.clock.set(monday);
  const me = await apiClient(service, made.organiser.id);
  const { body } = await me('POST', '/api/me/bookings', {
    eventType: 'first-visit',
    start: '2026-11-27T13:00:00Z',
    attendee: { name: 'Ann Other', email: 'ann@example.org' },
  });
  await service.settle();
  const page = await open(`/organiser/bookings/${String(body['id'])}/move`);
  await page.fill('input[name=on]', '2026-11-28');
  await page.fill('input[name=at]', '8.30');
  await page.click('button:has-text("Take this time")');
  expect(await page.isVisible('text=It is outside of your hours.')).toBe(true);
  await expectSound(page, 'move-objected');

  await page.check('input[name=accept]');
  await page.click('button:has-text("Move")');

  await page.waitForURL('**saved=move');
  expect(await page.isVisible('text=Saturday 28 November 2026 >> nth=0')).toBe(true);
});

browserTest('a note, an absence taken back, and the way to book again', async () => {
  service.clock.set('2026-11-25T10:30:00Z');
  const me = await apiClient(service, made.organiser.id);
  const { body } = await me(
    'GET',
    '/api/me/bookings?from=2026-11-25T09:00:00Z&to=2026-11-25T10:00:00Z',
  );
  const [{ id }] = body['bookings'] as [{ id: string }];
  const page = await open(`/organiser/bookings/${id}`);

  await page.fill('textarea[name=note]', 'Came by bike.');
  await page.click('text=Save the note');
  expect(await page.isVisible('text=Your note is saved.')).toBe(true);
  await page.click('button:has-text("Did not come")');
  await expectSound(page, 'care-absent');
  await page.click('button:has-text("Undo")');
  expect(await page.isVisible('text=Noted: it took place.')).toBe(true);
  await page.click('text=Book again');

  await page.waitForSelector('#picker');
  expect(page.url()).toContain('attendee=');
});

browserTest('what Google refuses, on the booking’s page', async () => {
  service.clock.set(monday);
  service.google.faults.add({ method: 'calendar.events.insert', fault: 'invalid' });
  const me = await apiClient(service, made.organiser.id);
  const { body } = await me('POST', '/api/me/bookings', {
    eventType: 'first-visit',
    start: '2026-11-26T13:00:00Z',
    attendee: { name: 'Ida Berg', email: 'ida@example.org' },
  });
  service.clock.advance(61_000);
  await service.settle();
  const page = await open(`/organiser/bookings/${String(body['id'])}`);
  await expectSound(page, 'care-refused');

  await page.click('button:has-text("Try again")');
  await service.settle();
  await page.reload();

  expect(await page.isVisible('text=Google Calendar does not take')).toBe(false);
});

async function open(path: string): Promise<Page> {
  const page = await openPage({ reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' });
  const name = 'quarterhour-session';
  const session = { name, value: organiser.cookie(name)!, url: service.url };
  await page.context().addCookies([session]);
  await page.goto(new URL(path, service.url).href);
  return page;
}
