import { expect, test } from '@jest/globals';
import { chunksOf } from '../../src/google/free-busy.ts';

test('a long range is asked in touching parts of at most 75 days', () => {
  const from = new Date('2026-01-01T00:00:00Z');
  const to = new Date('2026-07-01T12:30:00Z');

  const chunks = chunksOf({ googleCalendarIds: ['a'], from, to });

  expect(chunks.map((chunk) => [chunk.from.toISOString(), chunk.to.toISOString()])).toEqual([
    ['2026-01-01T00:00:00.000Z', '2026-03-17T00:00:00.000Z'],
    ['2026-03-17T00:00:00.000Z', '2026-05-31T00:00:00.000Z'],
    ['2026-05-31T00:00:00.000Z', '2026-07-01T12:30:00.000Z'],
  ]);
});

test('at most 50 calendars are asked for at once', () => {
  const googleCalendarIds = Array.from({ length: 120 }, (_, index) => `calendar-${index}`);
  const from = new Date('2026-01-01T00:00:00Z');
  const to = new Date('2026-01-02T00:00:00Z');

  const chunks = chunksOf({ googleCalendarIds, from, to });

  expect(chunks.map((chunk) => chunk.ids.length)).toEqual([50, 50, 20]);
});
