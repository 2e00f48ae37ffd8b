import { expect, test } from '@jest/globals';
import { createSlotsCache } from '../../src/availability/slots-cache.ts';

const now = new Date('2026-11-23T08:00:00Z');
const goodUntil = new Date('2026-11-23T08:15:00Z');

test('an answer is found until the version rises or its time is over', () => {
  const cache = createSlotsCache();
  cache.keep('a', answer(10));

  const found = [
    cache.find('a', '1', now),
    cache.find('a', '2', now),
    cache.find('a', '1', goodUntil),
    cache.find('b', '1', now),
  ];

  expect(found.map((one) => one !== null)).toEqual([true, false, false, false]);
});

test('answers take no more than their room; those asked for last stay', () => {
  const cache = createSlotsCache(100_000);
  cache.keep('a', answer(40_000));
  cache.keep('b', answer(40_000));

  cache.keep('a', answer(40_000));
  cache.keep('c', answer(40_000));

  expect(['a', 'b', 'c'].filter((key) => cache.find(key, '1', now))).toEqual(['a', 'c']);
});

test('an answer that is larger than all the room is not kept', () => {
  const cache = createSlotsCache(100_000);

  cache.keep('a', answer(200_000));
  cache.keep('b', answer(40_000));

  expect(['a', 'b'].filter((key) => cache.find(key, '1', now))).toEqual(['b']);
});

function answer(bytes: number) {
  return { version: '1', goodUntil, etag: '1.x', body: Buffer.alloc(bytes) };
}
