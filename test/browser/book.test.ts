import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { browserTest, openPage } from '../support/browser.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { chooseTime, confirmLink, fillForm, heading, openDoor, sendForm } from './visitor.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

const withScripts = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };
const withoutScripts = { ...withScripts, javaScriptEnabled: false };

for (const [how, options] of Object.entries({ with: withScripts, without: withoutScripts }))
  browserTest(`a time is chosen, proven by mail and booked ${how} scripts`, async () => {
    const { address, made } = await openDoor(service);
    const email = `${how}@example.org`;
    const page = await openPage(options);

    await page.goto(address);
    await chooseTime(page, '11:00');
    await fillForm(page, email);
    await sendForm(page);
    const waiting = await heading(page);
    await page.goto(await confirmLink(service, email));
    await page.getByRole('button', { name: 'Confirm appointment' }).click();
    await page.waitForURL('**/bookings/**');
    const booked = await heading(page);
    await service.settle();

    expect(waiting).toBe('Check your mail');
    expect(booked).toBe('Your appointment is booked');
    const events = Object.values(service.google.world.state.events[made.email] ?? {});
    expect(events).toHaveLength(1);
  });

browserTest('a booked appointment is moved and then cancelled on its page', async () => {
  const { address } = await openDoor(service, { confirmation: 'instant' });
  const page = await openPage(withScripts);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'mover@example.org');
  await sendForm(page);

  await page.getByRole('link', { name: 'Move' }).click();
  await page.getByRole('button', { name: '14:30', exact: true }).click();
  await page.getByRole('button', { name: 'Move' }).click();
  await page.waitForURL(/bookings\/[\w-]+$/);
  const moved = await page.locator('.facts').innerText();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByLabel('Reason').fill('I am away.');
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await page.waitForURL(/bookings\/[\w-]+$/);

  expect(moved).toContain('14:30 – 15:00');
  expect(await heading(page)).toBe('This appointment is cancelled');
  expect(await page.locator('main').innerText()).toContain('The reason given: I am away.');
});

browserTest(
  'what was typed is not kept once it has gone through: the next one finds an empty form',
  async () => {
    const { address } = await openDoor(service, { confirmation: 'instant' });
    const page = await openPage(withScripts);
    await page.goto(address);
    await chooseTime(page, '11:00');
    await fillForm(page, 'first@example.org');
    await sendForm(page);

    await page.goto(address);
    await chooseTime(page, '14:30');

    expect(await page.getByLabel('E-mail').inputValue()).toBe('');
    expect(await page.getByLabel('Name').inputValue()).toBe('');
  },
);

browserTest('faults stand beside their fields and nothing typed is lost', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(withScripts);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await page.getByLabel('Name').fill('Lea Sommer');
  await page.getByLabel('E-mail').fill('not an address');
  await page.getByLabel(/^Age/).fill('old');
  await page.getByText('No, this is my first visit').click();

  await page.locator('.form-end .button').click();
  await page.locator('.error-summary').waitFor();

  expect(await page.locator('#field-email-error').innerText()).toContain('e-mail address');
  expect(await page.locator('#field-age-error').count()).toBe(1);
  expect(await page.getByLabel('Name').inputValue()).toBe('Lea Sommer');
  expect(await page.getByLabel('E-mail').inputValue()).toBe('not an address');
  expect(await page.getByLabel('No, this is my first visit').isChecked()).toBe(true);
  expect(await page.evaluate('document.activeElement.id')).toBe('errors');
});

browserTest('a mistyped address is corrected without losing the time', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(withScripts);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'lae@example.org');
  await page.getByLabel(/^Age/).fill('41');
  await sendForm(page);

  await page.getByRole('button', { name: 'Correct the address' }).click();
  const age = await page.getByLabel(/^Age/).inputValue();
  await page.getByLabel('E-mail').fill('lea@example.org');
  await sendForm(page);

  expect(age).toBe('41');
  expect(await page.locator('main').innerText()).toContain('lea@example.org');
  expect(await page.locator('.facts').innerText()).toContain('11:00 – 11:30');
});
