// The sandbox: what of Google and mail the settings leave out, pretended on this machine. The service does not know; it
// is given addresses, as it would be of the real ones.
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { demoOrganiser, seedDemo } from './demo.ts';
import { methods } from './google/methods.ts';
import { startSandboxGoogle } from './google/server.ts';
import { createWorld } from './google/world.ts';
import { type Inbox, startInbox } from './inbox/inbox.ts';
import { sandboxPages } from './pages.ts';
import { signInOnce } from './sign-in-once.ts';

export type Sandbox = {
  google: NonNullable<Config['google']>;
  smtpUrl: string;
  /** Once the service runs: what the person who started it wants to know. */
  welcome(): Promise<string[]>;
  close(): Promise<void>;
};

const client = { id: 'sandbox-client', secret: 'sandbox-secret', name: 'Quarterhour' };

export async function startSandbox(config: Config, clock: Clock): Promise<Sandbox> {
  const folder = join(config.dataDirectory, 'sandbox');
  const inbox = await startInbox({ clock, directory: join(folder, 'inbox') });
  const google = await startGoogle(config, clock, inbox, folder);
  return {
    google: { clientId: client.id, clientSecret: client.secret, baseUrl: google.baseUrl },
    smtpUrl: inbox.smtpUrl,
    welcome: () => welcome(config, google.baseUrl),
    close: async () => {
      await Promise.all([google.close(), inbox.close()]);
    },
  };
}

async function startGoogle(config: Config, clock: Clock, inbox: Inbox, folder: string) {
  const world = createWorld({ clock });
  const google = await startSandboxGoogle({
    port: config.port + 1,
    clock,
    world,
    methods,
    clients: [{ ...client, redirectUris: [`${config.publicUrl}/auth/google/callback`] }],
    snapshotFile: join(folder, 'google.json'),
    extraRoutes: () => sandboxPages({ world, inbox, serviceUrl: config.publicUrl }),
  });
  const isNew = Object.keys(world.state.accounts).length === 0;
  if (isNew) seedDemo(world, clock());
  return google;
}

async function welcome({ publicUrl }: Config, sandboxUrl: string): Promise<string[]> {
  const handle = demoOrganiser.split('@')[0]!;
  await signInOnce(publicUrl, handle, demoOrganiser);
  return [
    `Book a time:  ${publicUrl}/${handle}/30min`,
    `Organiser:    ${publicUrl}/organiser`,
    `Sandbox:      ${sandboxUrl.replace('127.0.0.1', 'localhost')}  (Google Calendar and inbox, pretended)`,
  ];
}
