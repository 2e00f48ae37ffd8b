// Setting hours as an organiser does it, in a browser with scripts and in one without.
import { afterAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { book, call } from '../support/attendee.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let organiser: Visitor;

beforeEach(async () => {
  service ??= await startTestService({ now: '2026-11-23T08:40:00Z' });
  made = await makeOrganiser(service, {
    eventType: { title: 'First visit', slotStepMinutes: 60, durationMinutes: 60 },
  });
  organiser = createVisitor(service);
  await organiser.signIn(made.email);
});

afterAll(() => service.close());

for (const [told, javaScriptEnabled] of [
  ['with scripts', true],
  ['without scripts', false],
] as const) {
  browserTest(`two intervals, copied from Monday, and a holiday, ${told}`, async () => {
    const page = await open('/organiser/hours', { javaScriptEnabled });
    await page.selectOption('[name="preview-of"]', { label: 'First visit' });

    await page.fill('#field-1-0-closes', '11');
    await page.click('#add-1');
    await page.waitForSelector('#field-1-1-opens:focus');
    await page.keyboard.type('15');
    await page.keyboard.press('Tab');
    await page.keyboard.type('17');
    await page.click('#copy-1');
    for (const weekday of [2, 3, 4, 5]) await page.check(`[name="copy-1-to"][value="${weekday}"]`);
    await page.click('[value="copy:1"]');
    await page.waitForSelector('text=Monday is copied to Tuesday, Wednesday, Thursday and Friday');
    await page.click('summary:has-text("Add dates")');
    await page.fill('#field-dates-from', '2026-11-25');
    await page.fill('#field-dates-to', '2026-11-26');
    await page.fill('#field-dates-label', 'Short holiday');
    if (!javaScriptEnabled) await page.click('.hours-preview [value="preview"]');
    await page.waitForSelector(
      '.preview-day:has-text("Wednesday 25 November"):has-text("Nothing")',
    );
    const tuesday = await page.locator('.preview-day:has-text("Tuesday 24")').innerText();
    await page.click('text=Save hours');
    await page.waitForURL('**saved=hours**');

    expect(tuesday).toMatch(/4 fewer\s+09:00–11:00\s+15:00–17:00\s+4 times/);
    expect(await page.innerText('#dates ~ *, section:has(#dates)')).toContain('Short holiday');
    expect(await slotsBetween('2026-11-24', '2026-11-27')).toEqual([
      '24T09',
      '24T10',
      '24T15',
      '24T16',
      '27T09',
      '27T10',
      '27T15',
      '27T16',
    ]);
  });
}

browserTest('the preview follows what is typed, and saves nothing', async () => {
  const page = await open('/organiser/hours');
  await page.selectOption('[name="preview-of"]', { label: 'First visit' });

  await page.fill('#field-2-0-opens', '1');
  await page.fill('#field-2-0-opens', '10');
  await page.waitForSelector('.preview-day:has-text("Tuesday 24 November") .badge-warning');
  await page.fill('#field-2-0-closes', '');
  await page.waitForSelector('.preview-body[data-waiting]');
  await page.fill('#field-2-0-closes', '20');
  await page.waitForSelector('.preview-day:has-text("Tuesday 24 November") .badge-success');

  expect((await slotsBetween('2026-11-24', '2026-11-24')).at(-1)).toBe('24T16');
});

browserTest('appointments outside are named, asked about once, and stay', async () => {
  const { body } = await book(service, made, '2026-11-24T10:00:00+01:00', { name: 'Lea Sommer' });
  const page = await open('/organiser/hours');

  await page.fill('#field-2-0-opens', '12');
  await page.click('text=Save hours');
  await page.waitForSelector('.stranded:focus');
  const asked = await page.innerText('.stranded');
  await page.click('text=Save all the same');
  await page.waitForURL('**saved=hours**');

  expect(asked).toContain('Lea Sommer, Tue, 24 Nov 2026, 10:00–11:00');
  expect(asked).toContain('They stay booked. Move or cancel them yourself.');
  await page.click('a:has-text("Lea Sommer")');
  await page.waitForURL(`**/organiser/bookings/${body.id}`);
});

browserTest('what is typed is not lost by leaving without a word', async () => {
  const page = await open('/organiser/hours');
  await page.fill('#field-2-0-opens', '12');
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    });
  });

  await page.click('nav.places a:has-text("Today")', { noWaitAfter: true });

  expect(await asked).toBe('beforeunload');
  expect(await page.inputValue('#field-2-0-opens')).toBe('12');
});

browserTest(
  'dates are removed by one press and had back by another, beside what is typed',
  async () => {
    const page = await open('/organiser/hours');
    await page.click('summary:has-text("Add dates")');
    await page.fill('#field-dates-from', '2026-12-24');
    await page.click('text=Add these dates');
    await page.waitForURL('**saved=**');
    await page.fill('#field-5-0-closes', '15');

    await page.click('button:has-text("Remove"):has-text("24 Dec")');
    await page.waitForSelector('text=the hours of the week hold on these dates again');
    const typed = await page.inputValue('#field-5-0-closes');
    await page.click('button:has-text("Undo")');
    await page.waitForSelector('text=It is as it was before.');

    expect(typed).toBe('15:00');
    expect(await page.locator('.dated:has-text("24 Dec 2026")').count()).toBe(1);
  },
);

async function slotsBetween(from: string, to: string): Promise<string[]> {
  const { handle } = made.organiser;
  const query = `from=${from}&to=${to}&timeZone=Europe/Berlin`;
  const path = `/api/organisers/${handle}/event-types/${made.eventType.slug}/slots?${query}`;
  const { body } = await call(service, 'GET', path);
  return body.slots.map(({ start }: { start: string }) => start.slice(8, 13));
}

async function open(address: string, options = {}): Promise<Page> {
  const page = await openPage({ reducedMotion: 'reduce', ...options });
  const value = organiser.cookie('quarterhour-session')!;
  await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}
