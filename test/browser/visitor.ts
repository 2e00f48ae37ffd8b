// What the browser's tests share: an organiser with a form to fill, a visitor's steps, the link in the mail.
import type { Page } from 'playwright-core';
import type { EventType } from '../../src/event-types/event-type.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';

export type Visit = { made: MadeOrganiser; address: string };

export async function openDoor(
  service: TestService,
  fields: Partial<EventType> = {},
): Promise<Visit> {
  const asked = { phone: 'optional', age: 'optional', gender: 'optional' } as const;
  const asks = { ...asked, address: 'optional', newPatient: 'optional' } as const;
  const eventType = { confirmation: 'email', asks, ...fields } as const;
  const made = await makeOrganiser(service, { eventType });
  return { made, address: `${service.url}/${made.organiser.handle}/${made.eventType.slug}` };
}

export async function chooseTime(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: text, exact: true }).click();
  await page.waitForURL('**/book?**');
}

export async function fillForm(page: Page, email: string): Promise<void> {
  await page.getByLabel('Name').fill('Lea Sommer');
  await page.getByLabel('E-mail').fill(email);
}

export async function sendForm(page: Page): Promise<void> {
  await page.locator('.form-end .button').click();
  await page.waitForURL('**/bookings/**');
}

export async function confirmLink(service: TestService, email: string): Promise<string> {
  const { text } = await service.inbox.waitFor(({ envelope }) => envelope.to.includes(email));
  return /http\S+\/confirm\/\S+/.exec(text)![0];
}

export function heading(page: Page): Promise<string> {
  return page.locator('h1').innerText();
}
