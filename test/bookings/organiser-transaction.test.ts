// Who writes bookings of one organiser waits for that organiser alone.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organiserTransaction } from '../../src/bookings/organiser-transaction.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;

const noon = new Date('2026-11-23T12:00:00Z');
const busy = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';

beforeAll(async () => {
  made = await testDatabase({ max: 2 });
});

afterAll(() => made.drop());

test('many who wait for one organiser leave the connections to the others', async () => {
  const parts = { database: made.database, clock: () => noon };
  const gate = Promise.withResolvers<void>();
  const waiting = Array.from({ length: 5 }, () =>
    organiserTransaction(parts, busy, () => gate.promise),
  );

  const served = await organiserTransaction(parts, other, async () => 'served');
  gate.resolve();

  expect(served).toBe('served');
  await Promise.all(waiting);
});

test('the time that a transaction goes by is that of its turn, not that of its coming', async () => {
  let now = noon;
  const parts = { database: made.database, clock: () => now };
  const gate = Promise.withResolvers<void>();
  const first = organiserTransaction(parts, busy, () => gate.promise);
  const second = organiserTransaction(parts, busy, async (_, at) => at);

  now = new Date(noon.getTime() + 60_000);
  gate.resolve();
  await first;

  expect(await second).toEqual(now);
});
