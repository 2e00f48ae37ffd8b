// The link that Google gives with an event leads to its page, here to the sandbox's.
import { expect, test } from '@jest/globals';
import { mira, openSandbox, type OpenSandbox } from './open-sandbox.ts';

const calendar = 'https://www.googleapis.com/auth/calendar';

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
async function linkOf({ url, google }: OpenSandbox, title: string): Promise<string> {
  const token = await accessToken(url, google.grantFor(mira, [calendar]));
  const reply = await fetch(
    `${url}/calendar/v3/calendars/primary/events?q=${encodeURIComponent(title)}`,
    {
      headers: { Authorization: `Bearer ${token}` },
    },
  );
  const { items } = (await reply.json()) as { items: { htmlLink: string }[] };
  return items[0]!.htmlLink;
}

async function accessToken(url: string, refreshToken: string): Promise<string> {
  const reply = await fetch(`${url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: 'client-1',
      client_secret: 'secret-1',
    }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}
