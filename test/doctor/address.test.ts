// What the doctor finds of the address that stands in every link: it leads to this very service, by which way, and Google's
// messages take it too.
import { createServer, request, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Config } from '../../src/config.ts';
import { sql } from '../../src/database/sql.ts';
import { checkHttps } from '../../src/doctor/check-https.ts';
import { checkProxies } from '../../src/doctor/check-proxies.ts';
import { checkPublicUrl } from '../../src/doctor/check-public-url.ts';
import { checkPush } from '../../src/doctor/check-push.ts';
import { checkService } from '../../src/doctor/check-service.ts';
import type { Ground } from '../../src/doctor/ground.ts';
import { createTokens } from '../../src/secrets/tokens.ts';
import { freePort } from '../support/free-port.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { groundOf, levelsOf } from './patient.ts';

let service: TestService;
const servers: Server[] = [];

beforeAll(async () => {
  service = await startTestService({ push: true });
});

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

afterAll(() => service.close());

test('the running service is known by its key, here and at its address', async () => {
  const ground = groundWith({});

  expect(await examine(ground)).toEqual([
    { level: 'ok', says: `The service runs here, on port ${ground.config.port}.` },
    { level: 'ok', says: `${service.url} leads to this service.` },
    { level: 'ok', says: expect.stringContaining('straight to the service') },
  ]);
});

test('a program with another key on the port is not taken for the service', async () => {
  const ground = groundWith({}, { tokens: createTokens(Buffer.alloc(32)) });

  expect(await examine(ground)).toEqual([
    { level: 'fault', says: expect.stringMatching(/Port \d+ is taken/), mend: expect.any(String) },
    {
      level: 'fault',
      says: expect.stringContaining('not as this service'),
      mend: expect.any(String),
    },
  ]);
});

test('before the service runs its port is found free, and its silence is no fault', async () => {
  const port = await freePort();
  const ground = groundWith({ port, publicUrl: `http://localhost:${port}` });

  expect(await examine(ground)).toEqual([
    {
      level: 'note',
      says: expect.stringContaining(`port ${port} is free`),
      mend: expect.any(String),
    },
  ]);
});

test('an address that is silent while the service runs is a fault', async () => {
  const publicUrl = `http://localhost:${await freePort()}`;

  const [finding] = await checkPublicUrl(groundWith({ publicUrl }));

  expect(finding).toMatchObject({
    level: 'fault',
    says: `${publicUrl} does not answer: nothing listens there.`,
  });
});

test.each([
  ['http://book.example.com', null, 'fault'],
  ['http://localhost:3000', null, 'note'],
  ['https://book.example.com', null, undefined],
  ['http://localhost:3000', () => 'the sandbox', undefined],
])('PUBLIC_URL %s with the notice %s is: %s', async (publicUrl, notice, level) => {
  const [finding] = await checkHttps(groundWith({ publicUrl, notice }));

  expect(finding?.level).toBe(level);
});

test('an address that leads on names the one to set', async () => {
  const publicUrl = await serve((_, response) => {
    response.writeHead(301, { location: 'https://book.example.com/healthz' }).end();
  });

  const [finding] = await checkPublicUrl(groundWith({ publicUrl }));

  expect(finding).toMatchObject({
    level: 'fault',
    mend: 'Set PUBLIC_URL to https://book.example.com',
  });
});

test.each([
  [0, 0, 'ok'],
  [1, 1, 'ok'],
  [1, 0, 'fault'],
  [0, 1, 'fault'],
  [2, 1, 'fault'],
])('%d proxies in the way and TRUST_PROXY=%d is: %s', async (proxies, trustProxy, level) => {
  let publicUrl = service.url;
  for (let count = 0; count < proxies; count += 1) publicUrl = await serve(proxyTo(publicUrl));

  const [finding] = await checkProxies(groundWith({ publicUrl, trustProxy }));

  expect(finding?.level).toBe(level);
  if (level === 'fault') expect(finding?.mend).toBe(`Set TRUST_PROXY=${proxies}`);
});

test('where Google can tell of changes, its messages get through, and the latest is told of', async () => {
  await makeOrganiser(service);
  await service.parts.jobs.enqueue(null, 'keep-channels', {});
  await service.settle();
  service.clock.advance(3 * 60_000);

  expect(await checkPush(groundWith({}))).toEqual([
    { level: 'ok', says: expect.stringContaining(`get through to ${service.url}/google/notif`) },
    { level: 'ok', says: 'Google watches 1 calendar; the last message came 3 minutes ago.' },
  ]);
});

test('channels of which none was ever heard, and refused ones, are faults', async () => {
  const { database } = service.parts;
  await makeOrganiser(service);
  await service.parts.jobs.enqueue(null, 'keep-channels', {});
  await service.settle();
  await database.query(sql`update channels set told_at = null`);
  await database.query(sql`
    insert into watch_refusals (calendar_id, address, error, refused_since, asks_again_at)
    select id, ${`${service.url}/google/notifications`}, 'push.webhookUrlUnauthorized', now(), now() from calendars limit 1`);
  service.clock.advance(60 * 60_000);

  const findings = await checkPush(groundWith({}));

  expect(findings.slice(1)).toEqual([
    {
      level: 'fault',
      says: expect.stringContaining('webhookUrlUnauthorized'),
      mend: expect.any(String),
    },
    {
      level: 'fault',
      says: expect.stringContaining('no message ever came'),
      mend: expect.any(String),
    },
  ]);
});

test('a proxy that keeps Google’s messages to itself is a fault', async () => {
  const publicUrl = await serve((_, response) => {
    response.writeHead(405).end();
  });

  const [finding] = await checkPush(groundWith({ publicUrl }));

  expect(finding).toMatchObject({ level: 'fault', says: expect.stringContaining('answered 405') });
});

test('without https Google is said to be polled', async () => {
  const google = { clientId: 'id', clientSecret: 'secret', baseUrl: null };

  const findings = await checkPush(groundWith({ google, syncPollSeconds: 300 }));

  expect(levelsOf(findings)).toEqual(['note']);
  expect(findings[0]?.says).toContain('every 300 seconds');
});

function groundWith(config: Partial<Config>, wishes: Partial<Ground> = {}): Ground {
  const ground = groundOf(service, wishes);
  return { ...ground, config: { ...ground.config, ...config } };
}

async function examine(ground: Ground) {
  const findings = [];
  for (const check of [checkService, checkPublicUrl, checkProxies])
    findings.push(...(await check(ground)));
  return findings;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** As proxies do, it adds whom it has the request from. */
function proxyTo(origin: string): RequestListener {
  return (incoming, response) => {
    const before = incoming.headers['x-forwarded-for'];
    const forwarded = [before, incoming.socket.remoteAddress].filter(Boolean).join(', ');
    const headers = { ...incoming.headers, 'x-forwarded-for': forwarded, connection: 'close' };
    request(`${origin}${incoming.url}`, { headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    }).end();
  };
}
