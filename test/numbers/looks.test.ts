// The pictures in a browser: wide and narrow, light and dark, with their tables open.
import { afterAll, beforeAll } from '@jest/globals';
import { expectSound } from '../browser/sound.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { insertPast } from './make-bookings.ts';

const hour = 3_600_000;
const states = ['completed', 'completed', 'no_show', 'completed', 'cancelled', 'completed'];

let service: TestService;
let full: Visitor;
let empty: Visitor;

beforeAll(async () => {
  service = await startTestService();
  const made = await makeOrganiser(service);
  const first = Date.parse('2026-09-07T07:00:00Z');
  for (let index = 0; index < 220; index += 1) {
    const day = Math.floor(index / 4);
    const weekday = day % 5;
    const start = new Date(
      first +
        (Math.floor(day / 5) * 7 + weekday) * 24 * hour +
        ((index % 4) * 2 - 1 + (weekday % 2)) * hour,
    );
    const wishes = { state: states[index % states.length]!, daysAhead: (index * index) % 40 };
    await insertPast(service, made, start.toISOString(), wishes);
  }
  full = createVisitor(service);
  await full.signIn(made.email);
  empty = createVisitor(service);
  await empty.signIn((await makeOrganiser(service)).email);
});

afterAll(() => service.close());

browserTest('the numbers are sound', async () => {
  const page = await open(full);
  await expectSound(page, 'numbers');

  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
  await expectSound(page, 'numbers-tables');
});

browserTest('before the first booking they are sound too', async () => {
  await expectSound(await open(empty), 'numbers-empty');
});

async function open(visitor: Visitor) {
  const page = await openPage({ reducedMotion: 'reduce' });
  const value = visitor.cookie('quarterhour-session')!;
  await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
  await page.goto(`${service.url}/organiser/numbers`);
  return page;
}
