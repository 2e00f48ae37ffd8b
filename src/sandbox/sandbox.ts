// The sandbox: what of Google and mail the settings leave out, pretended on this machine. The service does not know: it
// is given addresses, as it would be of the real ones.
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { demoOrganiser, seedDemo } from './demo.ts';
import { type SandboxGoogle, startSandboxGoogle } from './google/server.ts';
import { createWorld } from './google/world.ts';
import { type Inbox, startInbox } from './inbox/inbox.ts';
import { sandboxPages } from './pages.ts';
import { signInOnce } from './sign-in-once.ts';

/** What the service is to work with: the real ones where they are set. */
export type Surroundings = {
  google: NonNullable<Config['google']>;
  smtpUrl: string;
  /** Those of ADMINISTRATORS; where it names nobody, the demo organiser, whose page there is to see. */
  administrators: string[];
  /** Once the service runs: what the person who started it wants to know. */
  welcome(): Promise<string[]>;
  close(): Promise<void>;
};

const client = { id: 'sandbox-client', secret: 'sandbox-secret', name: 'Quarterhour' };

export async function startSandbox(config: Config, clock: Clock): Promise<Surroundings> {
  const { google, smtpUrl, publicUrl, administrators } = config;
  const ownPages = [`Organiser:    ${publicUrl}/organiser`];
  if (google !== null && smtpUrl !== null)
    return {
      google,
      smtpUrl,
      administrators,
      welcome: async () => ownPages,
      close: async () => {},
    };
  const folder = join(config.dataDirectory, 'sandbox');
  const inbox = await startInbox({ clock, directory: join(folder, 'inbox') });
  const sandbox = await startGoogle(config, clock, inbox, folder);
  const sandboxPage = `Sandbox:      ${sandbox.baseUrl.replace('127.0.0.1', 'localhost')}  (Google Calendar and inbox, pretended)`;
  return {
    google: google ?? {
      clientId: client.id,
      clientSecret: client.secret,
      baseUrl: sandbox.baseUrl,
    },
    smtpUrl: smtpUrl ?? inbox.smtpUrl,
    administrators:
      google === null && administrators.length === 0 ? [demoOrganiser] : administrators,
    welcome: async () => {
      const toBook = google === null ? [await openDemo(publicUrl)] : [];
      return [...toBook, ...ownPages, sandboxPage];
    },
    close: async () => {
      await Promise.all([sandbox.close(), inbox.close()]);
    },
  };
}

/** On the port after the service's, or on any that is free. */
async function startGoogle(
  config: Config,
  clock: Clock,
  inbox: Inbox,
  folder: string,
): Promise<SandboxGoogle> {
  const world = createWorld({ clock });
  const options = {
    clock,
    world,
    clients: [{ ...client, redirectUris: [`${config.publicUrl}/auth/google/callback`] }],
    snapshotFile: join(folder, 'google.json'),
    extraRoutes: (google: SandboxGoogle) =>
      sandboxPages({ google, inbox, serviceUrl: config.publicUrl }),
  };
  const google = await startSandboxGoogle({ ...options, port: config.port + 1 }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      return startSandboxGoogle(options);
    },
  );
  const isNew = Object.keys(world.state.accounts).length === 0;
  if (isNew) seedDemo(world, clock());
  return google;
}

async function openDemo(serviceUrl: string): Promise<string> {
  const handle = demoOrganiser.split('@')[0]!;
  await signInOnce(serviceUrl, handle, demoOrganiser);
  return `Book a time:  ${serviceUrl}/${handle}/30min`;
}
