// The page in a browser: wide and narrow, light and dark.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { expectSound } from '../browser/sound.ts';
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { book } from '../support/attendee.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService();
  const rules = { bufferAfterMinutes: 15, dailyCap: 1, otherDurations: [60] };
  const made = await makeOrganiser(service, {
    eventType: { slug: 'visit', title: 'First visit', ...rules },
  });
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
  await book(service, made, '2026-11-24T10:00:00+01:00', {
    name: 'Somebody-With-A-Very-Long-Name Who-Does-Not-Wrap-Easily',
  });
  addEvent(service.google.world, made.email, {
    summary: 'Busy',
    start: new Date('2026-11-24T09:30:00Z'),
    end: new Date('2026-11-25T22:00:00Z'),
  });
  await service.settle();
  service.clock.advance(11_000);
});

afterAll(() => service.close());

browserTest('an organiser asks about a time with the form and reads every reason', async () => {
  const page = await open('/organiser/why');

  await page.selectOption('[name=eventType]', 'visit');
  await page.fill('[name=date]', '2026-11-24');
  await page.fill('[name=time]', '10.20');
  await page.click('main button');

  expect(await page.textContent('.reasons')).toContain('The day is full');
  expect(await page.textContent('.reasons')).toContain('You are busy in Google Calendar');
  await expectSound(page, 'why-not');
});

browserTest('an offered time, and a question with faults, are sound', async () => {
  const offered = await open('/organiser/why?eventType=visit&date=2026-11-26&time=9:30');
  await expectSound(offered, 'why-offered');

  const faulty = await open('/organiser/why?eventType=visit&date=&time=noon');
  await expectSound(faulty, 'why-faulty');
});

async function open(address: string) {
  const page = await openPage({ reducedMotion: 'reduce' });
  const value = visitor.cookie('quarterhour-session')!;
  await page.context().addCookies([{ name: 'quarterhour-session', value, url: service.url }]);
  await page.goto(`${service.url}${address}`);
  return page;
}
