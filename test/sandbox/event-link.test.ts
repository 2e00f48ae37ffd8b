// The link that Google gives with an event leads to its page, here to the sandbox's.
import { expect, test } from '@jest/globals';
import { accessTo, callApi, mira, openSandbox, type OpenSandbox } from './open-sandbox.ts';

test('an event’s link opens its page in the week view', async () => {
  const sandbox = await openSandbox();
  const link = await linkOf(sandbox, 'Budget review');

  const page = await fetch(link);

  expect(new URL(link).origin).toBe(sandbox.url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<h1>Budget review</h1>');
});

test('a link that names no event finds nothing', async () => {
  const sandbox = await openSandbox();

  const page = await fetch(`${sandbox.url}/calendar/event?eid=nothing`);

  expect(page.status).toBe(404);
});

/** As a program reads it. */
async function linkOf(sandbox: OpenSandbox, title: string): Promise<string> {
  const path = `/calendars/primary/events?q=${encodeURIComponent(title)}`;
  const reply = await callApi(sandbox, await accessTo(sandbox, mira), path);
  const { items } = (await reply.json()) as { items: { htmlLink: string }[] };
  return items[0]!.htmlLink;
}
