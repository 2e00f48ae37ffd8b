import { expect, test } from '@jest/globals';
import { inTurn } from '../../src/database/turns.ts';

test('work of one key goes one after the other, in order, past a failure; another key does not wait', async () => {
  const told: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn('a', async () => {
    await gate.promise;
    told.push('first');
    throw new Error('on purpose');
  });
  const second = inTurn('a', async () => told.push('second'));
  const other = inTurn('b', async () => told.push('other'));

  await other;
  gate.resolve();

  await expect(first).rejects.toThrow('on purpose');
  await second;
  expect(told).toEqual(['other', 'first', 'second']);
});
