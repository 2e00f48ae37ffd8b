// The own calendar over the times, in every state: nothing for axe to find, nothing to scroll sideways.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { calendarText, event } from '../attendee-calendar/calendar-text.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';
import { openDoor } from './visitor.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ config: { attendeeGoogle: true } });
});

afterAll(() => service.close());

browserTest(
  'the own calendar is sound: offered, laid, at fault, clashing with nothing',
  async () => {
    const { address } = await openDoor(service);
    const page = await openPage({
      locale: 'en-US',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
    });
    await page.goto(`${address}?date=2026-11-24`);

    await expectSound(page, 'overlay-closed');
    await page.getByText('Compare with your own calendar').click();
    await expectSound(page, 'overlay-open');
    const text = calendarText(
      event('DTSTART:20261124T100000Z', 'DURATION:PT1H'),
      event('DTSTART:20261124T140000Z', 'DURATION:PT45M'),
      event('SUMMARY:without a start'),
    );
    await page.locator('#overlay-file').setInputFiles(file('mine.ics', text));
    await page.locator('.time-busy').first().waitFor();
    await expectSound(page, 'overlay-laid');
    await page
      .locator('#overlay-file')
      .setInputFiles(file('a-very-long-name-of-a-letter.txt', 'x'));
    await page.getByText('is not a calendar').waitFor();
    await expectSound(page, 'overlay-refused');
    await page.locator('#day-later').click();
    await page.getByText('Nothing in your calendar clashes').waitFor();
    await expectSound(page, 'overlay-nothing');

    expect(await page.locator('.time-busy').count()).toBe(0);
  },
);

function file(name: string, text: string) {
  return { name, mimeType: 'text/calendar', buffer: Buffer.from(text) };
}
