import { expect, test } from '@jest/globals';
import { packed } from '../../src/availability/intervals.ts';
import { isOffered, refusalOf } from '../../src/availability/refusal.ts';
import { at, searchFor } from '../support/offers.ts';

const offer = searchFor({
  from: '2026-11-23',
  open: '09:00-11:00',
  now: '2026-11-23T07:00+01:00',
  rules: { minimumNoticeMinutes: 120, horizonDays: 2, bufferAfterMinutes: 15, dailyCap: 1 },
  busy: [['2026-11-23T10:30+01:00', '2026-11-23T10:45+01:00']],
  booked: { '2026-11-24': 1 },
});

test.each([
  ['2026-11-23T09:00+01:00', null],
  ['2026-11-23T09:30+01:00', null],
  ['2026-11-23T10:00+01:00', 'busy'],
  ['2026-11-23T10:30+01:00', 'busy'],
  ['2026-11-23T09:15+01:00', 'off_grid'],
  ['2026-11-23T11:00+01:00', 'closed'],
  ['2026-11-23T12:00+01:00', 'closed'],
  ['2026-11-23T08:30+01:00', 'notice'],
  ['2020-11-23T09:00+01:00', 'notice'],
  ['1900-01-01T09:00+01:00', 'notice'],
  ['2026-11-24T09:00+01:00', 'cap'],
  ['2026-11-25T10:30+01:00', null],
  ['2026-11-26T09:00+01:00', 'horizon'],
  ['9999-11-26T09:00+01:00', 'horizon'],
])('a start at %s is refused for: %s', (start, refusal) => {
  expect(refusalOf(offer, at(start))).toBe(refusal);
  expect(isOffered(offer, at(start))).toBe(refusal === null);
});

test('a start between two minutes is off the grid', () => {
  expect(refusalOf(offer, at('2026-11-23T09:00:30+01:00'))).toBe('off_grid');
});

test('busy time before the start counts as far as the buffer before reaches', () => {
  const start = at('2026-11-23T09:30+01:00');
  const buffered = { ...offer, rules: { ...offer.rules, bufferBeforeMinutes: 20 } };

  expect(refusalOf({ ...buffered, busy: packed([[start - 60, start - 20]]) }, start)).toBeNull();
  expect(refusalOf({ ...buffered, busy: packed([[start - 60, start - 19]]) }, start)).toBe('busy');
});

test('a slot that would pass closing time is closed', () => {
  const long = { ...offer, rules: { ...offer.rules, durationMinutes: 125 } };

  expect(refusalOf(long, at('2026-11-23T09:00+01:00'))).toBe('closed');
});
