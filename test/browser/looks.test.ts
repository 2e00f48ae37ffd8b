// The hosted pages up to the form, in every state: nothing for axe to find in light or dark, nothing to scroll sideways at 320 px.
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { browserTest, openPage } from '../support/browser.ts';
import { addEventType } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';
import { chooseTime, fillForm, openDoor } from './visitor.ts';

let service: TestService;
const berlin = { locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' } as const;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

browserTest('the profile, the calendar and the search of zones are sound', async () => {
  const { address, made } = await openDoor(service);
  const page = await openPage(berlin);

  await page.goto(`${service.url}/${made.organiser.handle}`);
  await expectSound(page, 'profile');
  await page.goto(address);
  await expectSound(page, 'calendar');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.click();
  await expectSound(page, 'zones');
  await zone.fill('Atlantis');
  await expectSound(page, 'zone-unknown');
  await page.goto(`${address}?date=2026-11-29`);
  await expectSound(page, 'calendar-nothing-free');
  await page.goto(`${address}?month=2027-03`);
  await expectSound(page, 'calendar-beyond');
  await page.goto(service.url);
  await expectSound(page, 'home');
});

browserTest('long words and everything that can be asked for are sound', async () => {
  const { address, made } = await openDoor(service, {
    title: 'First consultation about everything that has been on your mind since summer',
    description: 'Bring your papers.\n\nThe entrance is in the yard; ring twice.',
    durationMinutes: 75,
    place: { kind: 'link', url: 'https://meet.example.com/rooms/a-very-long-name-of-a-room/4711' },
    confirmation: 'approval',
  });
  await addEventType(service, made.organiser.id, { title: '15 minutes', durationMinutes: 15 });
  const page = await openPage({ ...berlin, locale: 'en-US' });

  await page.goto(`${service.url}/${made.organiser.handle}`);
  await expectSound(page, 'profile-long');
  await page.goto(address);
  await expectSound(page, 'calendar-long');
  await chooseTime(page, '11:00 am');
  await expectSound(page, 'form-long');
});

browserTest('the form is sound, empty, at fault and out of time', async () => {
  const { address } = await openDoor(service, {
    questions: [{ key: 'topic', label: 'What is it about?', kind: 'long', isRequired: true }],
  });
  const page = await openPage(berlin);

  await page.goto(address);
  await chooseTime(page, '11:00');
  await expectSound(page, 'form');
  await page.locator('.form-end .button').click();
  await page.locator('.error-summary').waitFor();
  await expectSound(page, 'form-faults');
  await page.goBack();
  service.clock.advance(11 * 60_000);
  await page.reload();
  await expectSound(page, 'hold-over');
});

browserTest('too many times kept at once are told on a sound page', async () => {
  const limited = await startTestService({ config: { rateLimitPerMinute: 10_000 } });
  try {
    const { address } = await openDoor(limited);
    const page = await openPage(berlin);
    for (const time of ['10:00', '11:30', '14:00']) {
      await page.goto(address);
      await page.evaluate('sessionStorage.clear()');
      await page.goto(address);
      await chooseTime(page, time);
    }
    await page.evaluate('sessionStorage.clear()');
    await page.goto(address);
    await page.getByRole('button', { name: '16:00', exact: true }).click();
    await page.getByText('You are keeping several times already').waitFor();
    await expectSound(page, 'kept-too-many');

    await page.getByRole('button', { name: 'Let it go' }).first().click();
    await chooseTime(page, '16:00');
    expect(await page.locator('.chosen').innerText()).toContain('16:00 – 16:30');
  } finally {
    await limited.close();
  }
});

browserTest('what went wrong is told by sound pages', async () => {
  const { address } = await openDoor(service);
  const [page, other] = [await openPage(berlin), await openPage(berlin)];
  await page.goto(address);
  await other.goto(address);
  await chooseTime(other, '11:00');

  await page.getByRole('button', { name: '11:00', exact: true }).click();
  await page.getByText('This time has just been taken').waitFor();
  await expectSound(page, 'taken');
  await page.goto(`${service.url}/nobody`);
  await expectSound(page, 'nothing-here');
});

browserTest(
  'a form whose time is gone meanwhile is sound, with the times to take instead',
  async () => {
    const { address } = await openDoor(service);
    const [page, other] = [await openPage(berlin), await openPage(berlin)];
    await page.goto(address);
    await chooseTime(page, '11:00');
    await fillForm(page, 'slow@example.org');
    service.clock.advance(11 * 60_000);
    await other.goto(address);
    await chooseTime(other, '11:00');

    await page.locator('.form-end .button').click();
    await page.getByText('This time is gone').waitFor();

    await expectSound(page, 'form-taken');
  },
);

browserTest('a calendar that cannot be read is told, with a way to try again', async () => {
  const { address, made } = await openDoor(service);
  const page = await openPage(berlin);
  await service.parts.database.pool.query(
    `update google_accounts set state = 'needs_reconnect' where id = $1`,
    [made.accountId],
  );

  const answer = await page.goto(address);

  expect(answer!.status()).toBe(503);
  expect(await page.locator('.time').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Try again' }).count()).toBe(1);
  await expectSound(page, 'unavailable');
});
