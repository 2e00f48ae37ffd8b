// What outlives the process that served the sandbox Google.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Method } from '../../../src/sandbox/google/api/call.ts';
import { readSnapshot } from '../../../src/sandbox/google/persist.ts';
import { createWorld } from '../../../src/sandbox/google/world.ts';
import { testClock } from '../../support/clock.ts';
import { anna, calendarOf, failureOf, listScope, oauthClient, signIn, startRig } from './rig.ts';

let folder: string;
let snapshotFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-google-'));
  snapshotFile = join(folder, 'kept', 'google.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const emptyWorld = () => createWorld({ clock: testClock('2026-03-02T09:00:00Z') });

test('tokens, keys and accounts are there again after a start anew', async () => {
  const first = await startRig({ snapshotFile });
  const tokens = await signIn(first.google, { address: anna });
  await first.google.close();
  const { google } = await startRig({ snapshotFile, world: emptyWorld() });
  const auth = oauthClient(google);
  auth.setCredentials(tokens);

  const { status } = await calendarOf(google, auth).calendarList.list();
  const ticket = await auth.verifyIdToken({ idToken: tokens.id_token! });

  expect(status).toBe(200);
  expect(ticket.getPayload()?.email).toBe(anna);
  expect(google.snapshot().world).toEqual(first.google.snapshot().world);
  await google.close();
});

test('a change is on disk before it is answered', async () => {
  const kept: unknown[] = [];
  const rename: Method = (world) => {
    world.state.calendars[anna]!.summary = 'Renamed';
    world.changed(anna);
    return { status: 200, body: { items: [] } };
  };
  const { google } = await startRig({
    snapshotFile,
    methods: { 'calendar.calendarList.list': rename },
  });
  const auth = oauthClient(google, google.grantFor(anna, [listScope]));
  await auth.getAccessToken();
  google.faults.add({ method: '*', fault: 'commit_then_reset' });

  await failureOf(calendarOf(google, auth).calendarList.list());
  kept.push(readSnapshot(snapshotFile)?.world.calendars[anna]?.summary);

  expect(kept).toEqual(['Renamed']);
  expect(readSnapshot(snapshotFile)?.oauth.accessTokens).toHaveLength(1);
  await google.close();
});

test('a snapshot brings everything back to where it was taken', async () => {
  const { google } = await startRig();
  const refreshToken = google.grantFor(anna, [listScope]);
  const before = google.snapshot();
  google.oauth.revokeGrant(anna);
  google.world.addAccount({ address: 'carla@example.com' });

  google.restore(before);

  await oauthClient(google, refreshToken).getAccessToken();
  expect(google.world.state.accounts).not.toHaveProperty(['carla@example.com']);
  await google.close();
});

test('a memory that cannot be read is an error, not an empty sandbox', async () => {
  const first = await startRig({ snapshotFile });
  first.google.grantFor(anna, [listScope]);
  await first.google.close();
  writeFileSync(snapshotFile, readFileSync(snapshotFile, 'utf8').slice(0, -5));

  const start = startRig({ snapshotFile });

  await expect(start).rejects.toThrow('cannot be read');
});
