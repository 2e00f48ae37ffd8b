import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { call } from '../support/attendee.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('it is not ready while its jobs cannot be reached, and ready again when they can', async () => {
  const status = async () => (await call(service, 'GET', '/readyz')).status;
  const before = await status();

  await service.parts.database.query(sql`alter schema jobs rename to away`);
  await until(async () => (await status()) === 503, 'it says that it is not ready');
  await service.parts.database.query(sql`alter schema away rename to jobs`);
  await until(async () => (await status()) === 200, 'it says that it is ready');

  expect(before).toBe(200);
}, 30_000);
