// An administrator's and an organiser's ways in a browser: invite, sign in, disable, enable; another handle; a key for programs.
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { call } from '../organisers/api-client.ts';
import { createVisitor } from '../organisers/visitor.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  phone,
  screenshot,
} from '../support/browser.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

const guest = 'guest@example.org';
const looks = {
  desk: {},
  phone,
  dark: { colorScheme: 'dark' },
  'dark-phone': { ...phone, colorScheme: 'dark' },
} as const;

let service: TestService;
let chiefsSession: string;

beforeAll(async () => {
  service = await startTestService({
    config: { administrators: ['chief@example.com'], organisers: ['@example.com'] },
  });
  const chief = await makeOrganiser(service, { email: 'chief@example.com' });
  await makeOrganiser(service, { email: 'ada@example.com' });
  service.google.world.addAccount({
    address: guest,
    name: 'Gale Guest',
    timeZone: 'Europe/Berlin',
  });
  chiefsSession = await sessionOf(chief.email);
});

afterAll(() => service.close());

browserTest('invited, signed in, listed, disabled and enabled again', async () => {
  const page = await open('/organiser/administration', chiefsSession);

  await page.fill('#field-entry', guest);
  await page.click('button:has-text("Invite")');
  expect(await page.textContent('[role=alert]')).toContain('The invitation is made.');
  await service.settle();
  const [mail] = service.inbox.to(guest);
  expect(mail!.text).toContain(`${service.url}/organiser/sign-in`);

  await createVisitor(service).signIn(guest);
  await page.goto(`${service.url}/organiser/administration`);
  const entry = page.locator('li', { hasText: guest });
  expect(await entry.textContent()).toContain('Gale Guest');
  expect(await entry.textContent()).toContain('Connected');

  await entry.locator('summary').click();
  await screenshot(page, 'administration-asking');
  await entry.locator('button:has-text("Yes, disable")').click();
  expect(await page.textContent('[role=alert]')).toContain('The organiser is disabled.');
  const visit = await openPage();
  await visit.goto(`${service.url}/guest`);
  expect(await visit.textContent('h1')).toBe('Booking is closed');

  await page.locator('li', { hasText: guest }).locator('button:has-text("Enable")').click();
  expect(await page.textContent('[role=alert]')).toContain('The organiser is enabled again.');
  await visit.goto(`${service.url}/guest`);
  expect(await visit.textContent('h1')).not.toBe('Booking is closed');
});

browserTest('another handle: the old link leads on', async () => {
  const page = await open('/organiser/profile', await sessionOf('ada@example.com'));

  await page.fill('#field-handle', 'ada-lovelace');
  await page.click('text=Save the profile');
  expect(await page.textContent('[role=alert]')).toContain('Your profile is saved.');

  await page.goto(`${service.url}/ada/15min`);
  expect(new URL(page.url()).pathname).toBe('/ada-lovelace/15min');
});

browserTest(
  'a language that is chosen is spoken at once, whatever the browser was told',
  async () => {
    const page = await open('/organiser/profile', await sessionOf('ada@example.com'));
    await page.click('.languages [value=fr]');

    await page.selectOption('#field-language', 'de');
    await page.click('form.form button[type=submit]');
    expect(await page.getAttribute('html', 'lang')).toBe('de');

    await page.selectOption('#field-language', 'browser');
    await page.click('form.form button[type=submit]');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  },
);

browserTest('a key is made, shown once, used and revoked', async () => {
  const page = await open('/organiser/api-keys', chiefsSession);

  await page.fill('#field-name', 'Reports');
  await page.click('text=Make the key');
  const key = (await page.textContent('code'))!.trim();
  await screenshot(page, 'api-keys-made');
  const read = await call(service, key, 'GET', '/api/me');
  const written = await call(service, key, 'PATCH', '/api/me', { name: 'Other' });
  await page.goto(`${service.url}/organiser/api-keys`);

  expect([read.status, written.status]).toEqual([200, 403]);
  expect(written.body['code']).toBe('forbidden');
  expect(await page.content()).not.toContain(key);
  const entry = page.locator('li', { hasText: 'Reports' });
  expect(await entry.textContent()).toContain('last used just now');

  await entry.locator('summary').click();
  await entry.locator('button:has-text("Yes, revoke it")').click();
  expect(await page.textContent('[role=alert]')).toContain('The key is revoked');
  expect((await call(service, key, 'GET', '/api/me')).status).toBe(401);
});

for (const place of ['administration', 'api-keys', 'profile', 'sign-in']) {
  browserTest(`${place} is sound at both widths, in the light and in the dark`, async () => {
    for (const [name, options] of Object.entries(looks)) {
      const page = await open(
        `/organiser/${place}`,
        place === 'sign-in' ? null : chiefsSession,
        options,
      );

      await screenshot(page, `${place}-${name}`);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
    }
  });
}

async function open(
  address: string,
  session: string | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(options);
  const cookie = { name: 'quarterhour-session', url: service.url };
  if (session !== null) await page.context().addCookies([{ ...cookie, value: session }]);
  await page.goto(`${service.url}${address}`);
  return page;
}

async function sessionOf(email: string): Promise<string> {
  const visitor = createVisitor(service);
  await visitor.signIn(email);
  return visitor.cookie('quarterhour-session')!;
}
