import { describe, expect, test } from '@jest/globals';
import { findSlots } from '../../src/availability/slots.ts';
import { offeredIn, onWall, searchFor } from '../support/offers.ts';

describe('a day without midnight', () => {
  test.each([
    ['America/Sao_Paulo', '2018-11-04', '01:00-02'],
    ['Africa/Cairo', '2024-04-26', '01:00+03'],
    ['Asia/Beirut', '2024-03-31', '01:00+03'],
  ])('%s begins %s at %s', (timeZone, from, first) => {
    const starts = offeredIn(timeZone, { from, open: '00:00-24:00' });

    expect(starts[0]).toBe(first);
    expect(starts).toHaveLength(46);
  });

  test('the evening before still ends at 24:00', () => {
    const evening = { from: '2018-11-03', open: '23:00-24:00' };

    expect(offeredIn('America/Sao_Paulo', evening)).toEqual(['23:00-03', '23:30-03']);
  });

  test('a grid coarser than the skip is counted from the midnight that was not', () => {
    const morning = { from: '2018-11-04', open: '00:00-04:30', rules: { stepMinutes: 90 } };

    expect(offeredIn('America/Sao_Paulo', morning)).toEqual(['01:30-02', '03:00-02']);
  });
});

test('a day whose last hour comes twice has 25 hours', () => {
  const starts = offeredIn('America/Sao_Paulo', { from: '2018-02-17', open: '00:00-24:00' });

  expect(starts).toHaveLength(50);
  expect(starts.slice(-4)).toEqual(['23:00-02', '23:30-02', '23:00-03', '23:30-03']);
});

describe('when the clock goes back over midnight', () => {
  test('the first hour of the date is offered both times', () => {
    expect(offeredIn('America/Havana', { from: '2026-11-01', open: '00:00-01:30' })).toEqual([
      '00:00-04',
      '00:30-04',
      '00:00-05',
      '00:30-05',
      '01:00-05',
    ]);
  });

  test('an interval that closes in the repeated hour closes the first time', () => {
    expect(offeredIn('America/Havana', { from: '2026-11-01', open: '00:00-00:30' })).toEqual([
      '00:00-04',
    ]);
    expect(offeredIn('Antarctica/Casey', { from: '2010-03-05', open: '01:00-01:30' })).toEqual([
      '01:00+11',
    ]);
  });
});

test('a date that never was has no slots, and its neighbours have theirs', () => {
  const days = { from: '2011-12-29', to: '2011-12-31', open: '09:00-10:00 23:30-24:00' };

  expect(
    onWall(findSlots(searchFor({ timeZone: 'Pacific/Apia', ...days })), 'Pacific/Apia'),
  ).toEqual([
    '2011-12-29T09:00-10:00',
    '2011-12-29T09:30-10:00',
    '2011-12-29T23:30-10:00',
    '2011-12-31T09:00+14:00',
    '2011-12-31T09:30+14:00',
    '2011-12-31T23:30+14:00',
  ]);
});

describe('a clock that changes by half an hour', () => {
  test('skips it', () => {
    expect(offeredIn('Australia/Lord_Howe', { from: '2026-10-04', open: '01:30-03:00' })).toEqual([
      '01:30+10:30',
      '02:30+11',
    ]);
  });

  test('repeats it', () => {
    expect(offeredIn('Australia/Lord_Howe', { from: '2026-04-05', open: '01:00-02:30' })).toEqual([
      '01:00+11',
      '01:30+11',
      '01:30+10:30',
      '02:00+10:30',
    ]);
  });
});

test.each([
  ['Asia/Kathmandu', ['09:00+05:45', '10:00+05:45']],
  ['Asia/Kolkata', ['09:00+05:30', '10:00+05:30']],
  ['Pacific/Chatham', ['09:00+12:45', '10:00+12:45']],
  ['America/St_Johns', ['09:00-02:30', '10:00-02:30']],
])('in %s the grid is on the hour of the local clock', (timeZone, expected) => {
  const rules = { stepMinutes: 60 };

  expect(offeredIn(timeZone, { from: '2026-06-01', open: '09:00-11:00', rules })).toEqual(expected);
});
