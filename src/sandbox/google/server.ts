// The sandbox Google over HTTP, on this machine alone: sign-in at Google's own paths, Calendar v3, and whatever pages
// are mounted beside them.
import { bodyParser } from '@koa/bodyparser';
import type { Router } from '@koa/router';
import Koa from 'koa';
import type { Clock } from '../../clock.ts';
import { calendarApi } from './api/calendar-api.ts';
import type { Method } from './api/call.ts';
import type { Violation } from './api/contract.ts';
import { methods } from './api/methods.ts';
import { createQuota, type Quota } from './api/quota.ts';
import type { RequestLog } from './api/request-log.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { listenHere } from './listen.ts';
import { loopbackOnly } from './loopback-only.ts';
import { authorizeRoutes } from './oauth/authorize-routes.ts';
import { oauthCalls } from './oauth/oauth-calls.ts';
import { oauthRoutes } from './oauth/oauth-routes.ts';
import { createOAuth, type OAuth, type OAuthClient } from './oauth/oauth.ts';
import { keepSnapshots, readSnapshot, type Snapshot } from './persist.ts';
import type { World } from './world.ts';

export type SandboxGoogle = {
  /** An origin, without a slash. */
  baseUrl: string;
  world: World;
  oauth: OAuth;
  faults: Faults;
  quota: Quota;
  log: RequestLog;
  /** What was asked or answered against Google's description. A test that leaves any has failed. */
  violations: Violation[];
  /** A refresh token, as if the account had consented in the browser. */
  grantFor: OAuth['grantFor'];
  snapshot(this: void): Snapshot;
  restore(snapshot: Snapshot): void;
  /** Ends connections that hang, too. */
  close(): Promise<void>;
};

export type SandboxGoogleOptions = {
  /** Any free one, unless given. */
  port?: number;
  clock: Clock;
  world: World;
  /** By discovery id; the calendar's own, unless given. */
  methods?: Record<string, Method>;
  clients: OAuthClient[];
  /** Kept here and read back at the next start, into the world that was given. */
  snapshotFile?: string;
  /** Pages to mount on the same port; asked once, when the sandbox stands. */
  extraRoutes?: (sandbox: SandboxGoogle) => Router[];
};

export async function startSandboxGoogle(options: SandboxGoogleOptions): Promise<SandboxGoogle> {
  const { clock, world, clients, snapshotFile } = options;
  const kept = snapshotFile === undefined ? null : readSnapshot(snapshotFile);
  if (kept) world.restore(kept.world);
  const oauth = createOAuth({ clock, world, clients, snapshot: kept?.oauth });
  const door = await listenHere(options.port ?? 0);
  const sandbox: SandboxGoogle = {
    baseUrl: door.origin,
    world,
    oauth,
    faults: createFaults(),
    quota: createQuota(clock),
    log: [],
    violations: [],
    grantFor: (...grant) => oauth.grantFor(...grant),
    snapshot: () => ({ world: world.toSnapshot(), oauth: oauth.toSnapshot() }),
    restore: (snapshot) => {
      oauth.restore(snapshot.oauth);
      world.restore(snapshot.world);
    },
    close: async () => {
      stopSaving();
      await world.close();
      await door.close();
    },
  };
  const stopSaving = snapshotFile === undefined ? () => {} : keep(sandbox, snapshotFile);
  door.open(createApp(sandbox, options).callback());
  return sandbox;
}

function createApp(sandbox: SandboxGoogle, options: SandboxGoogleOptions): Koa {
  const app = new Koa();
  app.use(loopbackOnly);
  app.use(bodyParser({ enableTypes: ['json', 'form'], onError: leaveUnread }));
  app.use(calendarApi({ ...sandbox, methods: options.methods ?? methods }));
  app.use(oauthCalls(sandbox));
  app.use(authorizeRoutes(sandbox.oauth).routes());
  app.use(oauthRoutes(sandbox.oauth).routes());
  for (const router of options.extraRoutes?.(sandbox) ?? []) app.use(router.routes());
  return app;
}

/** Returns how to stop. */
function keep({ world, oauth, snapshot }: SandboxGoogle, path: string): () => void {
  const save = keepSnapshots(path, () => snapshot());
  const stops = [world.onChange(save), oauth.onChange(save)];
  return () => stops.forEach((stop) => stop());
}

/** A body that is no JSON is for the route to refuse in its own words. */
function leaveUnread(_error: Error, ctx: Koa.Context): void {
  ctx.state['isUnreadable'] = true;
}
