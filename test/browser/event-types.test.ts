// An organiser's way with event types, in a real browser: making one with all it can ask, putting it in its place, a copy, a
// secret link that somebody else books by. With scripts and without.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { apiClient, type ApiClient } from '../organisers/api-client.ts';
import { createVisitor } from '../organisers/visitor.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';
import { chooseTime, fillForm, heading, sendForm } from './visitor.ts';

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;
let session: string;

const home = '/organiser/event-types';
const berlin = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };

beforeAll(async () => {
  service = await startTestService();
  made = await makeOrganiser(service, { email: 'mira@example.com' });
  me = await apiClient(service, made.organiser.id);
  await me('PATCH', '/api/me', { name: 'Dr. Mira Lindqvist' });
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  session = visitor.cookie('quarterhour-session')!;
  await service.settle();
});

afterAll(() => service.close());

for (const javaScriptEnabled of [true, false])
  browserTest(
    `an event type with several lengths and all kinds of questions is made ${javaScriptEnabled ? 'with' : 'without'} scripts`,
    async () => {
      const page = await open('/organiser/new-event-type', { javaScriptEnabled });
      const title = `A first visit ${javaScriptEnabled ? 'one' : 'two'}`;

      await page.getByLabel('Title').fill(title);
      await page.getByLabel('Length in minutes').fill('30');
      await page.getByLabel('Other lengths').fill('15, 60');
      await page.getByLabel('In person').check();
      await page.getByLabel('Address').first().fill('4 Example Lane, 2nd floor');
      for (const [row, [kind, label]] of kinds.entries()) {
        await page.getByRole('button', { name: 'Add a question' }).click();
        await page.locator(`[name=question-${row}-label]`).fill(label);
        await page.locator(`[name=question-${row}-kind]`).selectOption(kind);
        const options = page.locator(`[name=question-${row}-options]`);
        if (await options.isVisible()) await options.fill('Knee\nBack\nShoulder');
      }
      await page.getByRole('button', { name: 'Move question 5 up' }).click();
      await page.locator('[name=question-3-label]').waitFor();
      await page.getByRole('button', { name: 'Remove question 1' }).click();
      await page.locator('[name=question-4-label]').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Add the event type' }).click();
      await page.waitForURL('**/event-types?saved=added');

      const slug = title.toLowerCase().replaceAll(' ', '-');
      const { body } = await me('GET', `/api/me/event-types/${slug}`);
      expect(body).toMatchObject({
        title,
        durations: [15, 30, 60],
        place: { kind: 'in_person', address: '4 Example Lane, 2nd floor' },
      });
      expect((body['questions'] as { kind: string }[]).map(({ kind }) => kind)).toEqual([
        'long',
        'choice',
        'yes_no',
        'several',
      ]);
    },
  );

const kinds = [
  ['short', 'Who sent you?'],
  ['long', 'What would you like to reach?'],
  ['choice', 'What hurts most?'],
  ['several', 'What else hurts?'],
  ['yes_no', 'Did you bring pictures?'],
] as const;

browserTest(
  'event types are put in order, copied, hidden and had back after deleting',
  async () => {
    const page = await open(home);
    const first = await titles(page);

    await page.getByRole('button', { name: `Move ${first[1]} up` }).click();
    await page.waitForURL(/#event-type-/);
    const second = await titles(page);
    await page.goto(`${service.url}${home}/15min`);
    await page.getByRole('button', { name: 'Duplicate' }).click();
    await page.waitForURL('**/15min-2?saved=copied');
    const copy = await heading(page);
    await page.goto(`${service.url}${home}/60min`);
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.waitForURL(/saved=hidden/);
    const gone = await page.request.get(`${service.url}/${made.organiser.handle}/60min`);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForURL(/saved=shown/);
    const back = await page.request.get(`${service.url}/${made.organiser.handle}/60min`);
    await page.goto(`${service.url}${home}/15min-2`);
    await page.locator('summary', { hasText: 'Delete' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.waitForURL(/saved=deleted/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForURL(/saved=restored/);

    expect(second.slice(0, 2)).toEqual([first[1], first[0]]);
    expect(copy).toBe('15 minutes (copy)');
    expect([gone.status(), back.status()]).toEqual([404, 200]);
    expect(await titles(page)).toContain('15 minutes (copy)');
  },
);

browserTest(
  'a secret link for one booking is made, booked by in another browser, and ends',
  async () => {
    const page = await open(`${home}/30min`);
    await page.getByLabel('Only whoever has a secret link').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/saved=saved/);

    await page.goto(`${service.url}${home}/30min`);
    await page.getByRole('link', { name: 'Secret links' }).click();
    await page.getByLabel('Whom it is for').fill('Lea Sommer');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.waitForURL(/saved=made/);
    const link = (await page.locator('.link-address').getAttribute('href'))!;
    const guest = await openPage(berlin);
    await guest.goto(link);
    await guest.locator('.time').first().waitFor();
    await chooseTime(guest, '11:00');
    await fillForm(guest, 'lea@example.org');
    await guest.getByLabel('Phone').fill('+49 30 901820');
    await sendForm(guest);
    const waiting = await heading(guest);
    await page.reload();
    const again = await openPage();
    await again.goto(link);

    expect(waiting).toBe('Check your mail');
    expect(await page.locator('.secret-link').innerText()).toContain('Used up');
    expect(await heading(again)).toBe('This link has ended');
  },
);

browserTest('the length is chosen in place and goes along to the booking', async () => {
  await me('POST', '/api/me/event-types', {
    slug: 'talk',
    title: 'A talk',
    durationMinutes: 30,
    durations: [15, 30, 60],
    confirmation: 'instant',
    asks: { phone: 'off' },
  });
  const page = await openPage(berlin);

  await page.goto(`${service.url}/${made.organiser.handle}/talk?date=2026-11-25`);
  await page.getByRole('link', { name: '1 hour' }).click();
  await page.waitForURL(/durationMinutes=60/);
  await chooseTime(page, '14:00');
  await fillForm(page, 'long@example.org');
  await sendForm(page);

  expect(await page.locator('.facts').innerText()).toContain('14:00 – 15:00');
});

browserTest('the pages of event types are sound', async () => {
  await me('PATCH', '/api/me/event-types/a-first-visit-one', { visibility: 'secret' });
  await me('PATCH', '/api/me/event-types/15min', { isHidden: true });
  await me('POST', '/api/me/event-types/a-first-visit-one/secret-links', {
    label: 'Lea Sommer',
    mostUses: 1,
    expiresAt: '2026-12-24T12:00:00Z',
  });
  await me('POST', '/api/me/event-types/a-first-visit-one/secret-links', { label: 'Newsletter' });

  await expectSound(await open(home), 'event-types');
  await expectSound(await open(`${home}/a-first-visit-one`), 'event-type');
  await expectSound(await open(`${home}/a-first-visit-one/links`), 'secret-links');
  await expectSound(await open(`${home}/a-first-visit-one/preview`), 'preview');
  await expectSound(await open('/organiser/new-event-type'), 'new-event-type');
  const talk = await openPage({ reducedMotion: 'reduce', ...berlin });
  await talk.goto(`${service.url}/${made.organiser.handle}/talk?timeZone=Europe/Berlin`);
  await expectSound(talk, 'several-lengths');
});

browserTest('an event type with faults says each, and loses nothing', async () => {
  const page = await open(`${home}/a-first-visit-two`);
  await page.getByLabel('Title').fill('');
  await page.getByLabel('Length in minutes').fill('7');
  await page.getByLabel('By phone: they call you').check();
  await page.getByLabel('Your number').fill('12');
  await page.locator('[name=question-1-options]').fill('Knee');

  await page.getByRole('button', { name: 'Save' }).click();

  const told = await page.locator('.error-summary li').allInnerTexts();
  expect(told).toEqual([
    'Title – Give it a title.',
    'Length in minutes – Give a multiple of 5 minutes.',
    'Your number – Give the number to call with its country, like +49 30 901820.',
    'Question 2: answers to choose from – Give two answers or more to choose from.',
  ]);
  expect(await page.getByLabel('Your number').inputValue()).toBe('12');
  await expectSound(page, 'event-type-faults');
});

async function open(address: string, options = {}): Promise<Page> {
  const page = await openPage({ reducedMotion: 'reduce', ...berlin, ...options });
  const cookie = { name: 'quarterhour-session', value: session, url: service.url };
  await page.context().addCookies([cookie]);
  await page.goto(`${service.url}${address}`);
  return page;
}

function titles(page: Page): Promise<string[]> {
  return page.locator('.event-type-title').allInnerTexts();
}
