import { describe, expect, test } from '@jest/globals';
import {
  fromBytes,
  isSorted,
  merged,
  overlaps,
  overlapsAny,
  packed,
  packedApart,
  packedInstants,
  pairsOf,
  subtract,
  toBytes,
  union,
} from '../../src/availability/intervals.ts';

const list = (...numbers: number[]) => Int32Array.from(numbers);

describe('two intervals', () => {
  test.each([
    ['apart', 0, 10, 20, 30, false],
    ['touching, in order', 0, 10, 10, 20, false],
    ['touching, out of order', 10, 20, 0, 10, false],
    ['sharing a minute', 0, 11, 10, 20, true],
    ['one inside the other', 0, 30, 10, 20, true],
    ['the same', 10, 20, 10, 20, true],
  ])('%s', (_, start, end, otherStart, otherEnd, expected) => {
    expect(overlaps(start, end, otherStart, otherEnd)).toBe(expected);
  });
});

test('an interval overlaps a list when it overlaps any of it, however long the ones before', () => {
  const busy = list(0, 100, 10, 20, 200, 210);

  expect(overlapsAny(busy, 90, 95)).toBe(true);
  expect(overlapsAny(busy, 100, 200)).toBe(false);
  expect(overlapsAny(busy, 199, 201)).toBe(true);
  expect(overlapsAny(busy, 210, 999)).toBe(false);
  expect(overlapsAny(list(), 0, 999)).toBe(false);
});

test('pairs in any order are packed sorted and merged, and those without length vanish', () => {
  const pairs = [
    [50, 60],
    [10, 20],
    [20, 30],
    [5, 5],
    [55, 52],
    [40, 51],
  ] as const;

  expect(packed(pairs)).toEqual(list(10, 30, 40, 60));
  expect(packedApart(pairs)).toEqual(list(10, 20, 20, 30, 40, 51, 50, 60));
  expect(pairsOf(list(10, 20, 20, 30))).toEqual([
    [10, 20],
    [20, 30],
  ]);
});

test.each([
  ['nothing', list(), true],
  ['one interval', list(5, 10), true],
  ['intervals by their starts, be they overlapping', list(5, 10, 5, 30, 8, 9), true],
  ['an interval without length', list(5, 5), false],
  ['an interval that ends before it starts', list(5, 10, 30, 20), false],
  ['a start before the last one', list(5, 10, 4, 8), false],
])('as sorted counts %s: %s', (_, intervals, expected) => {
  expect(isSorted(intervals)).toBe(expected);
});

test('instants are packed so that a minute which is touched counts whole', () => {
  const seconds = [
    { start: new Date('1970-01-01T00:10:59Z'), end: new Date('1970-01-01T00:20:01Z') },
    { start: new Date('1970-01-01T00:40:00Z'), end: new Date('1970-01-01T00:50:00Z') },
  ];

  expect(packedInstants(seconds)).toEqual(list(10, 21, 40, 50));
});

describe('a merged list', () => {
  test.each([
    ['nothing', list(), list()],
    ['apart stays apart', list(0, 1, 2, 3), list(0, 1, 2, 3)],
    ['touching becomes one', list(0, 10, 10, 20), list(0, 20)],
    ['overlapping becomes one', list(0, 15, 10, 20), list(0, 20)],
    ['a short one inside a long one vanishes', list(0, 90, 10, 20, 80, 95), list(0, 95)],
  ])('%s', (_, before, after) => {
    expect(merged(before)).toEqual(after);
  });
});

test('the union of lists is the time that is in any of them, merged', () => {
  const calendars = [list(0, 10, 50, 60), list(5, 20, 30, 40), list(40, 50), list()];

  expect(union(...calendars)).toEqual(list(0, 20, 30, 60));
  expect(union()).toEqual(list());
  expect(union(list(0, 50, 10, 20))).toEqual(list(0, 50));
});

describe('what is left of 0–100 and 200–300 when there is taken', () => {
  const time = list(0, 100, 200, 300);

  test.each([
    ['nothing', list(), list(0, 100, 200, 300)],
    ['a middle', list(40, 60), list(0, 40, 60, 100, 200, 300)],
    ['a beginning and an end', list(0, 10, 90, 210), list(10, 90, 210, 300)],
    ['all of one', list(0, 100), list(200, 300)],
    ['everything', list(0, 300), list()],
    ['only time that touches', list(100, 200), list(0, 100, 200, 300)],
    ['time that overlaps itself', list(10, 90, 20, 30), list(0, 10, 90, 100, 200, 300)],
  ])('%s', (_, taken, left) => {
    expect(subtract(time, taken)).toEqual(left);
  });
});

test('a list survives the way through the database, byte by byte little-endian', () => {
  const times = list(1, 258, 29_000_000, 29_000_060);

  const bytes = toBytes(times);

  expect([...bytes.subarray(0, 8)]).toEqual([1, 0, 0, 0, 2, 1, 0, 0]);
  expect(fromBytes(bytes)).toEqual(times);
});

test('bytes that begin at an odd address are read as well', () => {
  const bytes = Buffer.concat([Buffer.from([255]), toBytes(list(7, 9))]).subarray(1);

  expect(fromBytes(bytes)).toEqual(list(7, 9));
});

test('part of a longer array is written alone', () => {
  expect(fromBytes(toBytes(list(1, 2, 3, 4).subarray(2)))).toEqual(list(3, 4));
});
