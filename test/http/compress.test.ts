// What goes over the wire compressed: the same page for everybody, in bytes of its own.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
  made = await makeOrganiser(service);
});

afterAll(() => service.close());

const paths = {
  slots: () =>
    `/api/organisers/${made.organiser.handle}/event-types/${made.eventType.slug}/slots?from=2026-11-24&to=2026-12-24&timeZone=UTC`,
  profile: () => `/${made.organiser.handle}`,
};

test.each(['slots', 'profile'] as const)(
  'the tag of the %s is weak and the answer varies by encoding, compressed or not',
  async (which) => {
    const answers = await Promise.all(
      ['br', 'gzip', 'identity'].map((encoding) => get(paths[which](), encoding)),
    );

    const tags = answers.map(({ headers }) => headers.get('ETag')!);
    expect(new Set(tags).size).toBe(1);
    expect(tags[0]).toMatch(/^W\/"[^"]+"$/);
    for (const { headers } of answers) expect(headers.get('Vary')).toContain('Accept-Encoding');
    expect(answers.map(({ headers }) => headers.get('Content-Encoding'))).toEqual([
      'br',
      'gzip',
      null,
    ]);
  },
);

test.each(['slots', 'profile'] as const)(
  'whoever has the %s already is told so, with the same tag',
  async (which) => {
    const first = await get(paths[which](), 'br');
    const tag = first.headers.get('ETag')!;

    const again = await get(paths[which](), 'gzip', { 'If-None-Match': tag });

    expect(again.status).toBe(304);
    expect(again.headers.get('ETag')).toBe(tag);
    expect(again.headers.get('Vary')).toContain('Accept-Encoding');
    expect(again.headers.get('Cache-Control')).toBe('no-cache');
  },
);

test('HEAD tells what GET would, without a body', async () => {
  const answer = await get(paths.profile(), 'br', {}, 'HEAD');

  expect(answer.status).toBe(200);
  expect(answer.headers.get('ETag')).toMatch(/^W\//);
  expect(answer.headers.get('Vary')).toContain('Accept-Encoding');
});

test('a profile that changes has another tag', async () => {
  const before = await get(paths.profile(), 'br');
  await service.parts.database.pool.query(`update event_types set title = 'Longer visit'`);

  const after = await get(paths.profile(), 'br', { 'If-None-Match': before.headers.get('ETag')! });

  expect(after.status).toBe(200);
  expect(await after.text()).toContain('Longer visit');
});

function get(
  path: string,
  encoding: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  return fetch(`${service.url}${path}`, {
    method,
    // as browsers do; Node's own would ask for a fresh copy beside every If-None-Match
    headers: { 'Accept-Encoding': encoding, 'Cache-Control': 'max-age=0', ...headers },
  });
}
