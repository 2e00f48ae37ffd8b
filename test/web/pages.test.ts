// The hosted pages over HTTP: their weight, their headers, their answers to odd addresses.
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { languages } from '../../src/languages/language.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;
let path: string;

beforeAll(async () => {
  service = await startTestService();
  made = await makeOrganiser(service, { eventType: { horizonDays: 365, durationMinutes: 15 } });
  path = `/${made.organiser.handle}/${made.eventType.slug}`;
});

afterAll(() => service.close());

test.each(languages)(
  'the first view in %s, with all of it, is at most 50 kB over the wire',
  async (language) => {
    const page = await get(path, { 'Accept-Language': language });
    const markup = brotliDecompressSync(page.body).toString();
    const assets = new Set(
      [...markup.matchAll(/\/assets\/[\w-]+\/[\w.-]+/g)].map(([name]) => name),
    );
    for (const name of assets) for (const imported of await importsOf(name)) assets.add(imported);

    const parts = await Promise.all([...assets].map((name) => get(name)));
    const bytes = [page, ...parts].reduce((sum, { body }) => sum + body.length, 0);

    expect(markup).toContain(`<html lang="${language}">`);
    expect(assets.size).toBeGreaterThan(5);
    expect(bytes).toBeLessThanOrEqual(50_000);
  },
);

test('assets may be kept for ever, pages only for Back', async () => {
  const page = await get(path);
  const [asset] = /\/assets\/[\w-]+\/site\.css/.exec(brotliDecompressSync(page.body).toString())!;

  expect(page.headers['cache-control']).toBe('private, no-cache');
  expect((await get(asset)).headers['cache-control']).toContain('immutable');
});

test('pages tell no other site where the visitor came from, and run only our own scripts', async () => {
  const { headers } = await get(path);

  expect(headers['referrer-policy']).toBe('no-referrer,same-origin');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe-inline');
});

test.each(['month=nonsense', 'date=2026-02-30', 'timeZone=Atlantis/Deep', 'clock=13', 'hold=x'])(
  'an address with "%s" shows the calendar all the same',
  async (query) => {
    const { status } = await get(`${path}?${query}`);

    expect(status).toBe(200);
  },
);

test.each(['/nobody', '/nobody/30min', '/confirm/nonsense', '/bookings/nonsense'])(
  '%s is a page that says that there is nothing',
  async (nowhere) => {
    const { status, body, headers } = await get(nowhere);

    expect(status).toBe(404);
    expect(headers['content-type']).toContain('text/html');
    expect(text(body, headers)).toContain('Nothing here');
  },
);

test('the bare address says that a link is needed, and leads organisers in', async () => {
  const { status, body, headers } = await get('/');

  expect(status).toBe(200);
  expect(text(body, headers)).toContain('You need the link of whoever you want to book with');
  expect(text(body, headers)).toContain('href="/organiser"');
});

test('without a hold the form leads back to the calendar', async () => {
  const { status, headers } = await get(`${path}/book`);

  expect(status).toBe(303);
  expect(headers['location']).toBe(path);
});

test('the same choice sent twice at once is one hold', async () => {
  const choice = await choiceOn(path);

  const answers = await Promise.all([post(`${path}/hold`, choice), post(`${path}/hold`, choice)]);

  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(answers[0].headers.get('location')).toBe(answers[1].headers.get('location'));
});

test('a time that Google has just taken, and all that it blocks, is not offered on the page that says so', async () => {
  const { world } = service.google;
  world.state.calendars[made.email]!.busyTasks.push({
    start: '2026-11-25T09:00:00Z',
    end: '2026-11-25T11:00:00Z',
  });

  const answer = await fetch(`${service.url}${path}/hold`, {
    method: 'POST',
    body: new URLSearchParams({ start: '2026-11-25T09:30:00Z', timeZone: 'Europe/Berlin' }),
  });
  const page = await answer.text();

  expect(answer.status).toBe(409);
  expect(page).toContain('This time has just been taken');
  const starts = [...page.matchAll(/name="start" value="2026-11-25T(\d\d):/g)].map(
    ([, hour]) => hour,
  );
  expect(starts).toContain('11');
  expect(starts.filter((hour) => hour === '09' || hour === '10')).toEqual([]);
});

test('a start beyond all calendars is no fault of ours', async () => {
  const answer = await fetch(`${service.url}${path}/book?start=9999-01-01T00:00:00Z`);

  expect(answer.status).toBeLessThan(500);
});

test('a form of another site does nothing here', async () => {
  const choice = await choiceOn(path);

  const { status } = await post(`${path}/hold`, choice, { 'Sec-Fetch-Site': 'cross-site' });

  expect(status).toBe(403);
});

/** The last free time of the first day, as its button would send it. */
async function choiceOn(address: string): Promise<URLSearchParams> {
  const { body } = await get(address);
  const page = brotliDecompressSync(body).toString();
  const [, visit] = /name="visit" value="([^"]+)"/.exec(page)!;
  const starts = [...page.matchAll(/name="start" value="([^"]+)"/g)].map(([, start]) => start!);
  return new URLSearchParams({ visit: visit!, start: starts.at(-1)! });
}

function post(
  address: string,
  body: URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Response> {
  const options = { method: 'POST', redirect: 'manual', body, headers } as const;
  return fetch(`${service.url}${address}`, options);
}

type Got = { status: number; headers: Record<string, string>; body: Buffer };

/** As it comes over the wire: fetch would unpack it. */
function get(address: string, more: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br', ...more };
    request(`${service.url}${address}`, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers as Record<string, string>,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

async function importsOf(asset: string): Promise<string[]> {
  if (!asset.endsWith('.ts')) return [];
  const { body, headers } = await get(asset);
  const folder = asset.slice(0, asset.lastIndexOf('/') + 1);
  return [...text(body, headers).matchAll(/from '\.\/([\w.-]+)'/g)].map(
    ([, name]) => folder + name,
  );
}

function text(body: Buffer, headers: Record<string, string>): string {
  return String(headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body);
}
