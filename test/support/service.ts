// The whole service as people meet it: real Postgres, real HTTP, real SMTP, the real Google client against the
// sandbox Google. Time stands still until the test moves it.
import { randomBytes } from 'node:crypto';
import { type Config, readConfig } from '../../src/config.ts';
import type { Parts } from '../../src/parts.ts';
import { methods } from '../../src/sandbox/google/api/methods.ts';
import { type SandboxGoogle, startSandboxGoogle } from '../../src/sandbox/google/server.ts';
import { createWorld } from '../../src/sandbox/google/world.ts';
import { type Inbox, startInbox } from '../../src/sandbox/inbox/inbox.ts';
import { startService } from '../../src/service.ts';
import { type TestClock, testClock } from './clock.ts';
import { freePort } from './free-port.ts';
import { testDatabase } from './test-database.ts';
import { until } from './until.ts';

export type TestService = {
  url: string;
  parts: Parts;
  clock: TestClock;
  google: SandboxGoogle;
  inbox: Inbox;
  /** Resolves when every job that is due has been done. */
  settle(): Promise<void>;
  /** Ends everything, and fails on what Google would have refused. */
  close(): Promise<void>;
};

/** A Monday, 09:00 in Berlin. */
export const monday = '2026-11-23T08:00:00Z';

export async function startTestService(
  options: {
    now?: string;
    config?: Partial<Config>;
    /** Google tells of changes by itself, which costs calls of its own; else it is only asked. */
    push?: boolean;
  } = {},
): Promise<TestService> {
  const clock = testClock(options.now ?? monday);
  const database = await testDatabase({ max: 1 });
  const port = await freePort();
  const client = { id: 'test-client', secret: 'test-secret' };
  const google = await startSandboxGoogle({
    clock,
    world: createWorld({ clock }),
    methods,
    clients: [{ ...client, redirectUris: [`http://localhost:${port}/auth/google/callback`] }],
  });
  const inbox = await startInbox({ clock });
  const settings = (baseUrl: string | null) => ({
    clientId: client.id,
    clientSecret: client.secret,
    baseUrl,
  });
  const service = await startService({
    config: {
      ...testConfig(port),
      google: settings(options.push ? google.baseUrl : null),
      ...options.config,
    },
    clock,
    databaseAddress: database.address,
    secretKey: randomBytes(32),
    google: settings(google.baseUrl),
    smtpUrl: inbox.smtpUrl,
  });
  return {
    url: `http://localhost:${port}`,
    parts: service.parts,
    clock,
    google,
    inbox,
    settle: () =>
      until(async () => (await service.parts.jobs.countUnfinished()) === 0, 'the jobs are done'),
    close: async () => {
      await service.close();
      await Promise.all([google.close(), inbox.close()]);
      await database.drop();
      if (google.violations.length > 0)
        throw new Error(`Google would have refused: ${JSON.stringify(google.violations, null, 2)}`);
    },
  };
}

function testConfig(port: number): Config {
  const reading = readConfig(
    {
      PORT: String(port),
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_MINUTE: '0',
      SYNC_POLL_SECONDS: '3600',
    },
    '/nowhere',
  );
  if ('faults' in reading) throw new Error(reading.faults.join('\n'));
  return reading.config;
}
