import { expect, test } from '@jest/globals';
import {
  agoText,
  clockOf,
  dateText,
  dayText,
  lengthText,
  monthText,
  offsetText,
  timesText,
  zoneText,
} from '../../src/web/dates.ts';

const afternoon = {
  startsAt: new Date('2026-11-24T13:30:00Z'),
  endsAt: new Date('2026-11-24T14:00:00Z'),
};

test('times are told on the clock that the reader reads', () => {
  const german = timesText(afternoon, { timeZone: 'Europe/Berlin', clock: '24' });
  const american = timesText(afternoon, { timeZone: 'America/New_York', clock: '12' });

  expect(german).toBe('14:30 – 15:00');
  expect(american).toBe('8:30 am – 9:00 am');
});

test('midnight is 12 am and 00:00', () => {
  const midnight = { startsAt: new Date(0), endsAt: new Date(0) };

  expect(timesText(midnight, { timeZone: 'UTC', clock: '12' })).toBe('12:00 am – 12:00 am');
  expect(timesText(midnight, { timeZone: 'UTC', clock: '24' })).toBe('00:00 – 00:00');
});

test('a date is the one of the zone', () => {
  const late = new Date('2026-12-31T23:30:00Z');

  expect(dateText(late, { timeZone: 'UTC' })).toBe('Thursday 31 December 2026');
  expect(dateText(late, { timeZone: 'Asia/Tokyo' })).toBe('Friday 1 January 2027');
});

test('days and months are told by name', () => {
  expect(dayText(20_781)).toBe('Tuesday 24 November');
  expect(monthText('2026-11')).toBe('November 2026');
});

test.each([
  ['Europe/Berlin', '2026-11-24T12:00:00Z', 'GMT+1'],
  ['Europe/Berlin', '2026-07-24T12:00:00Z', 'GMT+2'],
  ['Asia/Kathmandu', '2026-11-24T12:00:00Z', 'GMT+5:45'],
  ['America/New_York', '2026-11-24T12:00:00Z', 'GMT−5'],
  ['UTC', '2026-11-24T12:00:00Z', 'GMT'],
])('the offset of %s at %s is %s', (timeZone, instant, offset) => {
  expect(offsetText(timeZone, new Date(instant))).toBe(offset);
});

test('a zone is named with its offset, and without underscores', () => {
  const text = zoneText('America/New_York', new Date('2026-11-24T12:00:00Z'));

  expect(text).toBe('America/New York (GMT−5)');
});

test.each([
  [5, '5 minutes'],
  [60, '1 hour'],
  [90, '1 hour 30 minutes'],
  [121, '2 hours 1 minute'],
])('%s minutes are %s', (minutes, text) => {
  expect(lengthText(minutes)).toBe(text);
});

test.each([
  [0, 'just now'],
  [8, '8 seconds ago'],
  [180, '3 minutes ago'],
])('%s seconds are %s', (seconds, text) => {
  const now = new Date('2026-11-24T12:00:00Z');

  expect(agoText(new Date(now.getTime() - seconds * 1000), now)).toBe(text);
});

test.each([
  ['en-US,en;q=0.9', '12'],
  ['de-DE,de;q=0.9', '24'],
  ['en-GB', '24'],
  ['', '24'],
  ['*', '24'],
  ['nonsense!!', '24'],
])('for the languages "%s" the clock has %s hours', (languages, clock) => {
  expect(clockOf(languages)).toBe(clock);
});
