// GET slots over HTTP, from Postgres, against a bare Koa route that gives the same bytes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import Koa from 'koa';
import { makeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

const rounds = 5;
const load = { connections: 32, duration: 2 };

export async function benchSlots(service: TestService): Promise<Figure[]> {
  const { organiser, eventType } = await makeOrganiser(service);
  const query = 'from=2026-11-23&to=2026-12-22&timeZone=Europe/Berlin';
  const url = `${service.url}/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots?${query}`;
  await service.settle();
  const answer = await fetch(url);
  const bare = await startBareRoute(await answer.text());
  const etag = answer.headers.get('ETag')!;
  const ratios: number[] = [];
  const unchanged: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const least = await requestsPerSecond(bare.url, 200);
      ratios.push((await requestsPerSecond(url, 200)) / least);
      unchanged.push((await requestsPerSecond(url, 304, { 'If-None-Match': etag })) / least);
    }
  } finally {
    bare.close();
  }
  const ratio = median(ratios);
  return [
    {
      name: 'GET slots, 30 days, against a bare Koa route with the same bytes',
      value: ratio,
      unit: '× its requests/s',
      target: 'at least 0.4',
      met: ratio >= 0.4,
    },
    { name: 'the same, unchanged (304)', value: median(unchanged), unit: '× its requests/s' },
  ];
}

async function requestsPerSecond(
  url: string,
  status: number,
  headers: Record<string, string> = {},
): Promise<number> {
  const result = await autocannon({ ...load, url, headers });
  const others = Object.keys(result.statusCodeStats ?? {}).filter(
    (code) => code !== String(status),
  );
  if (others.length > 0 || result.errors > 0) throw new Error(`${url} answered ${others.join()}`);
  return result.requests.average;
}

async function startBareRoute(body: string): Promise<{ url: string; close(): void }> {
  const app = new Koa();
  app.use((ctx) => {
    ctx.type = 'application/json';
    ctx.body = body;
  });
  const server = createServer(app.callback());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
