// Where a form may come from.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let address: string;

beforeAll(async () => {
  service = await startTestService();
  const { organiser, eventType } = await makeOrganiser(service);
  address = `${service.url}/${organiser.handle}/${eventType.slug}/hold`;
});

afterAll(() => service.close());

test.each([
  ['our own page', { 'Sec-Fetch-Site': 'same-origin', Origin: 'OURS' }, 303],
  ['our own page in a browser that tells the origin alone', { Origin: 'OURS' }, 303],
  ['a program', {}, 303],
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://example.org' }, 403],
  ['a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['another site in a browser that tells the origin alone', { Origin: 'https://example.org' }, 403],
  ['somewhere hidden', { Origin: 'null' }, 403],
])('a form from %s', async (_, headers: Record<string, string>, status) => {
  const named = Object.entries(headers).map(([name, value]) => [
    name,
    value === 'OURS' ? service.url : value,
  ]);

  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: Object.fromEntries(named),
    body: new URLSearchParams({ start: nextStart() }),
  });

  expect(answer.status).toBe(status);
});

let at = Date.parse('2026-11-24T08:00:00Z');

function nextStart(): string {
  at += 3_600_000;
  return new Date(at).toISOString();
}
