// Back, reload, two tabs, double-click, time that runs out: handled kindly.
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { browserTest, openPage } from '../support/browser.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { chooseTime, confirmLink, fillForm, heading, openDoor, sendForm } from './visitor.ts';

let service: TestService;
const berlin = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  browserTest(`after Back one's own time can be chosen again, ${how} scripts`, async () => {
    const { address } = await openDoor(service);
    const page = await openPage({ ...berlin, javaScriptEnabled });
    await page.goto(address);
    await chooseTime(page, '11:00');

    await page.goBack();
    await page.getByRole('button', { name: /^11:00/ }).click();
    await page.waitForURL('**/book?**');

    expect(await page.locator('.chosen').innerText()).toContain('11:00 – 11:30');
  });

  browserTest(`after Back another time takes the place of the first, ${how} scripts`, async () => {
    const { address } = await openDoor(service);
    const page = await openPage({ ...berlin, javaScriptEnabled });
    await page.goto(address);
    await chooseTime(page, '11:00');

    await page.goBack();
    await chooseTime(page, '11:15');
    const other = await openPage(berlin);
    await other.goto(address);

    expect(await page.locator('.chosen').innerText()).toContain('11:15 – 11:45');
    expect(await other.getByRole('button', { name: '10:45', exact: true }).count()).toBe(1);
    expect(await other.getByRole('button', { name: '11:15', exact: true }).count()).toBe(0);
  });

  browserTest(`a double-click on a time makes one hold, ${how} scripts`, async () => {
    const { address, made } = await openDoor(service);
    const page = await openPage({ ...berlin, javaScriptEnabled });
    await page.goto(address);

    await page.getByRole('button', { name: '11:00', exact: true }).dblclick();
    await page.waitForURL('**/book?**');

    expect(await page.locator('.chosen').innerText()).toContain('11:00 – 11:30');
    expect(await countHolds(made.organiser.id)).toBe(1);
  });
}

browserTest('the form survives a reload, hold and words', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'reload@example.org');

  await page.reload();

  expect(await page.locator('.hold').innerText()).toContain('Held for you until 09:10');
  expect(await page.getByLabel('E-mail').inputValue()).toBe('reload@example.org');
});

browserTest('of two tabs on one time the second is told kindly, with what is left', async () => {
  const { address } = await openDoor(service);
  const [first, second] = [await openPage(berlin), await openPage(berlin)];
  await first.goto(address);
  await second.goto(address);

  await chooseTime(first, '11:00');
  await second.getByRole('button', { name: '11:00', exact: true }).click();
  await second.getByText('This time has just been taken').waitFor();

  expect(await second.getByRole('button', { name: '11:00', exact: true }).count()).toBe(0);
  expect(await second.getByRole('button', { name: '11:30', exact: true }).count()).toBe(1);
});

browserTest('a form sent after its hold ran out is taken while the time is free', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'late-form@example.org');

  service.clock.advance(11 * 60_000);
  await sendForm(page);

  expect(await heading(page)).toBe('Check your mail');
});

browserTest(
  'a form whose time went to somebody else keeps its words and takes another',
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
    const name = await page.getByLabel('Name').inputValue();
    await page.getByRole('button', { name: /11:30 – 12:00/ }).click();
    await page.waitForURL('**/bookings/**');

    expect(name).toBe('Lea Sommer');
    expect(await page.locator('.facts').innerText()).toContain('11:30 – 12:00');
  },
);

browserTest('the page of a hold that ran out offers the same time again', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'again@example.org');
  service.clock.advance(11 * 60_000);

  await page.reload();
  await page.getByRole('button', { name: /11:00 – 11:30/ }).click();
  await page.waitForURL('**/book?**');

  expect(await page.getByLabel('E-mail').inputValue()).toBe('again@example.org');
});

browserTest('the link in the mail shows, and its button pressed twice is one booking', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'twice@example.org');
  await sendForm(page);
  const link = await confirmLink(service, 'twice@example.org');

  await page.goto(link);
  const shown = await heading(page);
  await page.getByRole('button', { name: 'Confirm appointment' }).click();
  await page.waitForURL('**/bookings/**');
  const booked = page.url();
  await page.goto(link);

  expect(shown).toBe('Confirm your appointment');
  expect(page.url()).toBe(booked);
  expect(await heading(page)).toBe('Your appointment is booked');
});

browserTest(
  'a link pressed too late, its time gone, books another with the words kept',
  async () => {
    const { address } = await openDoor(service);
    const page = await openPage(berlin);
    await page.goto(address);
    await chooseTime(page, '11:00');
    await fillForm(page, 'too-late@example.org');
    await sendForm(page);
    const link = await confirmLink(service, 'too-late@example.org');
    service.clock.advance(31 * 60_000);
    const other = await openPage(berlin);
    await other.goto(address);
    await chooseTime(other, '11:00');

    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm appointment' }).click();
    await page.getByText('This time is gone').waitFor();
    await page.getByRole('button', { name: /11:30 – 12:00/ }).click();
    await page.waitForURL('**/bookings/**');

    expect(await heading(page)).toBe('Your appointment is booked');
    expect(await page.locator('.facts').innerText()).toContain('11:30 – 12:00');
  },
);

async function countHolds(organiserId: string): Promise<number> {
  const { rows } = await service.parts.database.pool.query(
    `select id from bookings where organiser_id = $1 and state = 'held'`,
    [organiserId],
  );
  return rows.length;
}
