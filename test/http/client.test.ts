import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { networkOf } from '../../src/http/client.ts';
import { call } from '../support/attendee.ts';
import { startTestService, type TestService } from '../support/service.ts';

let open: TestService;
let behindProxy: TestService;

beforeAll(async () => {
  open = await startTestService({ config: { rateLimitPerMinute: 2 } });
  behindProxy = await startTestService({ config: { rateLimitPerMinute: 2, trustProxy: 1 } });
});

afterAll(() => Promise.all([open.close(), behindProxy.close()]));

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b:1:2::192.0.2.7', '64:ff9b:1:2::/64'],
  ['unknown', 'unknown'],
])('%s is the client %s', (address, client) => {
  expect(networkOf(address)).toBe(client);
});

test('without a proxy of ours, X-Forwarded-For makes nobody another client', async () => {
  const statuses = await ask(open, ['198.51.100.1', '198.51.100.2', '198.51.100.3']);

  expect(statuses).toEqual([404, 404, 429]);
});

test('behind our proxy the address that it saw counts, not what the client wrote before', async () => {
  const same = await ask(
    behindProxy,
    [1, 2, 3].map((host) => `198.51.100.${host}, 203.0.113.9`),
  );
  const other = await ask(behindProxy, ['203.0.113.9, 203.0.113.10']);

  expect([same, other]).toEqual([[404, 404, 429], [404]]);
});

async function ask(service: TestService, addresses: string[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const address of addresses) {
    const headers = { 'X-Forwarded-For': address };
    const { status } = await call(service, 'GET', '/api/organisers/nobody', undefined, headers);
    statuses.push(status);
  }
  return statuses;
}
