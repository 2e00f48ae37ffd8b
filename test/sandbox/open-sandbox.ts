// The sandbox with its pages, as main.ts opens it, and the demo's people in it. Ends after each test.
import { afterEach } from '@jest/globals';
import { seedDemo } from '../../src/sandbox/demo.ts';
import { methods } from '../../src/sandbox/google/api/methods.ts';
import { type SandboxGoogle, startSandboxGoogle } from '../../src/sandbox/google/server.ts';
import { createWorld, type World } from '../../src/sandbox/google/world.ts';
import { type Inbox, startInbox } from '../../src/sandbox/inbox/inbox.ts';
import { sandboxPages } from '../../src/sandbox/pages.ts';
import { type TestClock, testClock } from '../support/clock.ts';

export type OpenSandbox = {
  url: string;
  world: World;
  inbox: Inbox;
  google: SandboxGoogle;
  clock: TestClock;
};

export const mira = 'mira@example.com';
export const sam = 'sam@example.com';
export const lea = 'lea@example.com';

const client = { id: 'client-1', secret: 'secret-1', redirectUris: [], name: 'Quarterhour' };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A Wednesday, 11:20 in Berlin. */
export async function openSandbox(now = '2026-11-25T10:20:00Z'): Promise<OpenSandbox> {
  const clock = testClock(now);
  const world = createWorld({ clock });
  seedDemo(world, clock());
  const inbox = await startInbox({ clock });
  const google = await startSandboxGoogle({
    clock,
    world,
    methods,
    clients: [client],
    extraRoutes: (google) => sandboxPages({ google, inbox, serviceUrl: 'http://localhost:3000' }),
  });
  closing.push(
    () => google.close(),
    () => inbox.close(),
  );
  return { url: google.baseUrl, world, inbox, google, clock };
}

/** A browser's form, followed to where it leads. */
export async function post(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
}

/** An access token for all of an account's calendars. */
export async function accessTo({ url, google }: OpenSandbox, address: string): Promise<string> {
  const scopes = ['https://www.googleapis.com/auth/calendar'];
  const reply = await post(`${url}/token`, {
    grant_type: 'refresh_token',
    refresh_token: google.grantFor(address, scopes),
    client_id: client.id,
    client_secret: client.secret,
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}

export async function callApi(
  { url }: OpenSandbox,
  token: string,
  path: string,
): Promise<Response> {
  return fetch(`${url}/calendar/v3${path}`, { headers: { Authorization: `Bearer ${token}` } });
}
