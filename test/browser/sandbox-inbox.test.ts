// The sandbox's inbox and start page in a browser.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { openSandbox, type OpenSandbox } from '../sandbox/open-sandbox.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  phone,
  screenshot,
} from '../support/browser.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

browserTest("a mail's link opens in the whole window", async () => {
  const sandbox = await openSandbox();
  const service = await someService();
  await send(sandbox, { html: `<p><a href="${service}/confirm/a">Confirm</a></p>` });
  const page = await openPage();
  await page.goto(`${sandbox.url}/inbox/000001`);

  await page.frameLocator('iframe').getByRole('link', { name: 'Confirm' }).click();

  await page.waitForURL(`${service}/confirm/a`);
  expect(await page.textContent('body')).toBe('The service');
});

browserTest("a mail's link that asks for a new window gets a real one", async () => {
  const sandbox = await openSandbox();
  const service = await someService();
  await send(sandbox, { html: `<a target="_blank" href="${service}/confirm/a">Confirm</a>` });
  const page = await openPage();
  await page.goto(`${sandbox.url}/inbox/000001`);

  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.frameLocator('iframe').getByRole('link', { name: 'Confirm' }).click(),
  ]);

  await opened.waitForURL(`${service}/confirm/a`);
});

browserTest("a mail's scripts do not run and its forms do not go", async () => {
  const sandbox = await openSandbox();
  const service = await someService();
  await send(sandbox, {
    html: `<p id="p">Before</p><script>p.textContent = 'After'; top.document.title = 'After'</script>
      <img src="x" onerror="p.textContent = 'After'"><a href="javascript:top.document.title='After'">Press</a>
      <form action="${service}"><button>Send</button></form>`,
  });
  const page = await openPage();
  await page.goto(`${sandbox.url}/inbox/000001`);
  const frame = page.frameLocator('iframe');

  await frame.getByRole('link', { name: 'Press' }).click();
  await frame.getByRole('button', { name: 'Send' }).click();

  expect(await frame.locator('#p').textContent()).toBe('Before');
  expect(await page.title()).toBe('A mail · Sandbox');
  expect(page.frames().map((each) => each.url())).not.toContainEqual(
    expect.stringContaining(service),
  );
});

browserTest('a new mail appears by itself', async () => {
  const sandbox = await openSandbox();
  const page = await openPage();
  await page.goto(`${sandbox.url}/inbox`);

  await send(sandbox, { subject: 'Please confirm' });

  await page.getByText('Please confirm').waitFor({ timeout: 6000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [device, options] of Object.entries({ desktop: {}, phone })) {
    browserTest(`every page is for everybody, on a ${device}, in the ${colorScheme}`, async () => {
      const sandbox = await openSandbox();
      const icalEvent = {
        method: 'PUBLISH',
        filename: 'appointment.ics',
        content: 'BEGIN:VCALENDAR',
      };
      await send(sandbox, { html: '<p>Hello</p>', icalEvent });
      const page = await openPage({ ...options, colorScheme });
      const paths = {
        start: '/',
        inbox: '/inbox',
        mail: '/inbox/000001',
        'mail-text': '/inbox/000001?show=text',
        'mail-headers': '/inbox/000001?show=headers',
        invitations: '/calendar/invitations',
        'new-event': '/calendar/mira@example.com/new?startDate=2026-11-26',
      };

      for (const [name, path] of Object.entries(paths)) {
        await page.goto(sandbox.url + path);
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await screenshot(page, `${name}-${device}-${colorScheme}`);
      }
    });
  }
}

/** Somewhere for a link to lead. */
async function someService(): Promise<string> {
  const server = createServer((_, response) => response.end('The service'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function send({ inbox }: OpenSandbox, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ url: inbox.smtpUrl });
  const parties = { from: 'service@example.com', to: 'jo@example.org' };
  await transport.sendMail({ ...parties, subject: 'A mail', text: 'Text', ...mail });
}
