import { expect, test } from '@jest/globals';
import { dateOf, dayOf, weekdayOf } from '../../src/availability/dates.ts';

test.each([
  ['1970-01-01', 0, 4],
  ['1970-01-05', 4, 1],
  ['2024-02-29', 19_782, 4],
  ['2026-11-22', 20_779, 7],
  ['2026-11-23', 20_780, 1],
])('%s is day %i, weekday %i', (date, day, weekday) => {
  expect(dayOf(date)).toBe(day);
  expect(dateOf(day)).toBe(date);
  expect(weekdayOf(day)).toBe(weekday);
});

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '20260101', 'today', ''])(
  'a date that does not exist is refused: "%s"',
  (text) => {
    expect(() => dayOf(text)).toThrow(RangeError);
  },
);
