import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readTogether } from '../../src/database/read-together.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;

beforeAll(async () => {
  made = await testDatabase({ max: 1 });
});

afterAll(() => made.drop());

test('a crowd is answered by one read that began after all of it had asked', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let begun = 0;
  const read = async () => {
    const number = begun++;
    await gates[number]!.promise;
    return number;
  };
  const first = readTogether(made.database, 'hours', read);
  const crowd = Array.from({ length: 3 }, () => readTogether(made.database, 'hours', read));

  for (const gate of gates) gate.resolve();

  expect(await first).toBe(0);
  expect(await Promise.all(crowd)).toEqual([1, 1, 1]);
});

test('a read that failed is its own crowd’s matter, and the next begins anew', async () => {
  const failing = readTogether(made.database, 'hours', () => Promise.reject(new Error('cut')));
  const next = readTogether(made.database, 'hours', async () => 'read');

  await expect(failing).rejects.toThrow('cut');
  expect(await next).toBe('read');
  expect(await readTogether(made.database, 'hours', async () => 'read again')).toBe('read again');
});

test('different questions do not wait for each other', async () => {
  const gate = Promise.withResolvers<void>();
  const waiting = readTogether(made.database, 'hours', () => gate.promise);

  const other = await readTogether(made.database, 'event type', async () => 'read');
  gate.resolve();

  expect(other).toBe('read');
  await waiting;
});
