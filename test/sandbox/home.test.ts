// The start page: whose calendars and mails there are, and what a person lets go wrong.
import { expect, test } from '@jest/globals';
import {
  accessTo,
  callApi,
  lea,
  mira,
  openSandbox,
  post,
  type OpenSandbox,
} from './open-sandbox.ts';

test('the start page leads to every account’s week', async () => {
  const sandbox = await openSandbox();

  const page = await home(sandbox);

  expect(page).toContain(`href="/calendar/${encodeURIComponent(mira)}"`);
  expect(page).toContain(`href="/calendar/${encodeURIComponent(lea)}"`);
});

test.each([
  ['errors', 500],
  ['limits', 403],
])(
  'with %s switched on, every call is met with %i, until it is switched off',
  async (name, status) => {
    const sandbox = await openSandbox();
    const token = await accessTo(sandbox, mira);

    await post(`${sandbox.url}/troubles/${name}/on`, {});
    const met = [await statusOfCall(sandbox, token), await statusOfCall(sandbox, token)];
    await post(`${sandbox.url}/troubles/${name}/off`, {});
    const after = await statusOfCall(sandbox, token);

    expect(met).toEqual([status, status]);
    expect(after).toBe(200);
  },
);

test('what is switched on stands on the page', async () => {
  const sandbox = await openSandbox();

  const reply = await post(`${sandbox.url}/troubles/silence/on`, {});

  expect(await reply.text()).toMatch(
    /class="trouble on">\s*<span class="two">Google does not answer/,
  );
});

test('an unknown trouble is not found', async () => {
  const sandbox = await openSandbox();

  const replies = [
    await post(`${sandbox.url}/troubles/rain/on`, {}),
    await post(`${sandbox.url}/troubles/silence/perhaps`, {}),
  ];

  expect(replies.map(({ status }) => status)).toEqual([404, 404]);
});

test('lost pushes are switched on and off, and stay so over a restart', async () => {
  const { url, google, world } = await openSandbox();
  await post(`${url}/troubles/lost-pushes/on`, {});
  const { drop } = google.snapshot().world.switches.push;

  await post(`${url}/troubles/lost-pushes/off`, {});

  expect(drop).toBeGreaterThan(1e9);
  expect(world.switches.push.drop).toBe(0);
});

test('an account’s access is removed, as at Google’s security page', async () => {
  const sandbox = await openSandbox();
  const token = await accessTo(sandbox, mira);
  expect(await home(sandbox)).toContain('Remove access');

  const reply = await post(`${sandbox.url}/access-removed/${encodeURIComponent(mira)}`, {});

  expect(await reply.text()).not.toContain('Remove access');
  expect(await statusOfCall(sandbox, token)).toBe(401);
});

test('expired sync tokens lead to a full sync', async () => {
  const { url, world } = await openSandbox();
  const { version } = world.state;

  const reply = await post(`${url}/sync-tokens-expired`, {});

  expect(world.state.calendars[mira]!.syncFloor).toBeGreaterThan(version);
  expect(await reply.text()).toContain('All sync tokens have expired');
});

test('expired access tokens are met with 401', async () => {
  const sandbox = await openSandbox();
  const token = await accessTo(sandbox, mira);

  await post(`${sandbox.url}/access-tokens-expired`, {});

  expect(await statusOfCall(sandbox, token)).toBe(401);
});

test('a form of another site switches nothing', async () => {
  const { url, world } = await openSandbox();

  const reply = await fetch(`${url}/troubles/double-pushes/on`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  });

  expect(reply.status).toBe(403);
  expect(world.switches.push.duplicate).toBe(false);
});

async function home({ url }: OpenSandbox): Promise<string> {
  return (await fetch(url)).text();
}

async function statusOfCall(sandbox: OpenSandbox, token: string): Promise<number> {
  return (await callApi(sandbox, token, '/users/me/calendarList')).status;
}
