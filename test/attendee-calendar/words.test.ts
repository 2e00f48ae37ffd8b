// How a busy time is said beside the times of a day.
import { expect, test } from '@jest/globals';
import { clashesIn, merged, spansOf } from '../../src/web/client/overlay-spans.ts';
import { type Clock, listed, spanWords } from '../../src/web/client/overlay-words.ts';

const berlin: Clock = { timeZone: 'Europe/Berlin', face: '24' };

test.each([
  ['within the day', '24T10:00', '24T11:00', '10:00–11:00'],
  ['since the day before', '23T22:00', '24T09:30', 'until 09:30'],
  ['since midnight', '24T00:00', '24T09:30', 'until 09:30'],
  ['into the next day', '24T14:00', '25T02:00', 'from 14:00'],
  ['until midnight', '24T14:00', '25T00:00', 'from 14:00'],
  ['from midnight to midnight', '24T00:00', '25T00:00', 'all day'],
  ['for days', '20T08:00', '28T18:00', 'all day'],
])('a busy time %s is said as the day sees it', (_, start, end, words) => {
  const span = [minute(start), minute(end)] as const;

  expect(spanWords(span, minute('24T12:00'), berlin)).toBe(words);
});

test('times are said on the reader’s clock, in one line each', () => {
  const span = [minute('24T10:00'), minute('24T15:15')] as const;
  const reader: Clock = { timeZone: 'America/New_York', face: '12' };

  expect(spanWords(span, minute('24T12:00'), reader)).toBe('4:00\u00A0am–9:15\u00A0am');
});

test('several are listed', () => {
  expect(listed(['10:00–11:00', '12:00–13:00', 'from 17:00'])).toBe(
    '10:00–11:00, 12:00–13:00 and from 17:00',
  );
});

test('busy times that overlap or touch are one; empty and reversed ones are none', () => {
  const spans = [
    [50, 60],
    [10, 20],
    [20, 30],
    [25, 28],
    [70, 70],
    [90, 80],
  ] as const;

  expect(merged(spans)).toEqual([10, 30, 50, 60]);
  expect(spansOf(merged(spans))).toEqual([
    [10, 30],
    [50, 60],
  ]);
});

test.each([
  [0, 10, []],
  [0, 11, [[10, 30]]],
  [
    29,
    51,
    [
      [10, 30],
      [50, 60],
    ],
  ],
  [30, 50, []],
  [52, 53, [[50, 60]]],
])('a time from %i to %i clashes with what it shares a minute with', (start, end, spans) => {
  expect(clashesIn([10, 30, 50, 60], start, end)).toEqual(spans);
});

/** A minute of November 2026 in Berlin. */
function minute(text: string): number {
  return Date.parse(`2026-11-${text}+01:00`) / 60_000;
}
