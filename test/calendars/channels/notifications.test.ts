// What is posted to Google's address: only what Google itself says is listened to.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sql } from '../../../src/database/sql.ts';
import { startTestService, type TestService } from '../../support/service.ts';
import { makeWatched, openAtGoogle, pushed, usePushedService } from './pushing.ts';

const theService = usePushedService();

type Headers = Record<string, string>;

async function notify({ url }: TestService, headers: Headers): Promise<number> {
  const response = await fetch(`${url}/google/notifications`, { method: 'POST', headers });
  return response.status;
}

/** As Google would tell of a change. */
function genuine(service: TestService): Headers {
  const [channel] = openAtGoogle(service);
  return {
    'X-Goog-Channel-ID': channel!.id,
    'X-Goog-Channel-Token': channel!.token!,
    'X-Goog-Resource-ID': channel!.resourceId,
    'X-Goog-Resource-State': 'exists',
    'X-Goog-Message-Number': '7',
  };
}

async function listJobs({ parts }: TestService): Promise<string[]> {
  const rows = await parts.database.query<{ name: string }>(sql`
    select name from jobs.job where state in ('created', 'active') order by name`);
  return rows.map(({ name }) => name);
}

test('a message of Google’s is answered at once, and what changed is read afterwards', async () => {
  const service = theService();
  await makeWatched(service);

  const status = await notify(service, genuine(service));

  expect(status).toBe(204);
  expect(await listJobs(service)).toEqual(['follow-calendar', 'refresh-busy']);
});

test('a forged token is refused, and nothing comes of it', async () => {
  const service = theService();
  await makeWatched(service);
  const { id } = openAtGoogle(service)[0]!;
  const forged = [
    '',
    'guess',
    service.parts.tokens.create('manage', id),
    service.parts.tokens.create('channel', randomUUID()),
  ];

  const statuses = await Promise.all(
    forged.map((token) => notify(service, { ...genuine(service), 'X-Goog-Channel-Token': token })),
  );

  expect(statuses).toEqual([403, 403, 403, 403]);
  expect(await listJobs(service)).toEqual([]);
});

test.each([
  ['an unknown channel', { 'X-Goog-Channel-ID': '2f0c9f3e-8f5c-4f52-9f8e-3d1b0a6f7c11' }],
  ['no channel at all', { 'X-Goog-Channel-ID': '' }],
  ['something that cannot be a channel', { 'X-Goog-Channel-ID': "' or true --" }],
  ['another resource', { 'X-Goog-Resource-ID': 'another' }],
  ['no resource', { 'X-Goog-Resource-ID': '' }],
])('a message of %s is not known here', async (_what, headers) => {
  const service = theService();
  await makeWatched(service);

  const status = await notify(service, { ...genuine(service), ...headers });

  expect(status).toBe(404);
  expect(await listJobs(service)).toEqual([]);
});

test('a channel that is over is not known any more', async () => {
  const service = theService();
  await makeWatched(service);
  const headers = genuine(service);
  service.clock.advance(8 * 24 * 3_600_000);

  const status = await notify(service, headers);

  expect(status).toBe(404);
});

test('messages that come twice, or an older one after a newer, are welcome and change nothing', async () => {
  const service = theService();
  await makeWatched(service);
  const numbers = ['9', '9', '3', 'not a number', '99999999999999999999'];

  const statuses: number[] = [];
  for (const number of numbers) {
    const headers = { ...genuine(service), 'X-Goog-Message-Number': number };
    statuses.push(await notify(service, headers));
  }

  const [channel] = await service.parts.database.query(sql`
    select message_number::int as number from channels`);
  expect(statuses).toEqual([204, 204, 204, 204, 204]);
  expect(channel).toEqual({ number: 9 });
  await pushed(service);
});

test('what follows within two seconds waits for more, so that a burst is read together', async () => {
  const service = theService();
  await makeWatched(service);
  const waits: number[] = [];

  for (const pauseMs of [0, 500, 1999, 2000]) {
    service.clock.advance(pauseMs);
    await notify(service, genuine(service));
    waits.push(await longestWait(service));
    await service.parts.database.query(sql`delete from jobs.job where state = 'created'`);
  }

  expect(waits).toEqual([0, 2, 2, 0]);
});

/** Of the jobs that are in line, in seconds. */
async function longestWait({ parts }: TestService): Promise<number> {
  const [row] = await parts.database.query<{ seconds: number }>(sql`
    select coalesce(max(round(extract(epoch from start_after - created_on))), 0)::int as seconds
    from jobs.job where state in ('created', 'active')`);
  return row!.seconds;
}

test('only what does not prove itself is counted against a client', async () => {
  const service = await startTestService({ push: true, config: { rateLimitPerMinute: 20 } });
  await makeWatched(service);
  const forged = { ...genuine(service), 'X-Goog-Channel-Token': 'guess' };

  const ofStranger = await notifyOften(service, forged, 30);
  const ofGoogle = await notifyOften(service, genuine(service), 30);

  expect(ofStranger.slice(0, 20)).toEqual(Array(20).fill(403));
  expect(ofStranger.slice(20)).toEqual(Array(10).fill(429));
  expect(ofGoogle).toEqual(Array(30).fill(204));
  await pushed(service);
  await service.close();
});

async function notifyOften(service: TestService, headers: Headers, times: number) {
  const statuses: number[] = [];
  for (let count = 0; count < times; count++) statuses.push(await notify(service, headers));
  return statuses;
}

test('the database holds nothing with which a message could be forged', async () => {
  const service = theService();
  await makeWatched(service);
  const token = genuine(service)['X-Goog-Channel-Token']!;

  const rows = await service.parts.database.query(sql`select channels::text as row from channels`);

  expect(JSON.stringify(rows)).not.toContain(token);
});
