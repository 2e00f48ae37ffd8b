import { describe, expect, test } from '@jest/globals';
import { findSlots } from '../../src/availability/slots.ts';
import { clockTimes, onWall, type SearchChanges, searchFor } from '../support/offers.ts';

function offered(timeZone: string, changes: SearchChanges): string[] {
  return clockTimes(findSlots(searchFor({ timeZone, ...changes })), timeZone);
}

describe('when the clock skips an hour', () => {
  const from = '2026-03-29'; // Berlin: 02:00 is 03:00

  test('no slot starts in it', () => {
    expect(offered('Europe/Berlin', { from, open: '01:00-04:00' })).toEqual([
      '01:00+01',
      '01:30+01',
      '03:00+02',
      '03:30+02',
    ]);
  });

  test('an interval that opens in it opens later by the skip', () => {
    expect(offered('Europe/Berlin', { from, open: '02:30-04:30' })).toEqual([
      '03:30+02',
      '04:00+02',
    ]);
  });

  test('an interval that closes in it closes later by the skip', () => {
    expect(offered('Europe/Berlin', { from, open: '01:00-02:30' })).toEqual([
      '01:00+01',
      '01:30+01',
      '03:00+02',
    ]);
  });

  test('a slot may span it, lasting its real minutes', () => {
    const rules = { durationMinutes: 120, stepMinutes: 60 };

    expect(offered('Europe/Berlin', { from, open: '01:00-04:00', rules })).toEqual(['01:00+01']);
  });

  test('an interval whose opening is skipped over its closing is closed', () => {
    const rules = { durationMinutes: 5, stepMinutes: 5 };

    expect(offered('Europe/Berlin', { from, open: '02:50-03:10', rules })).toEqual([]);
  });

  test('intervals that the skip makes overlap offer each start once, in order', () => {
    const rules = { durationMinutes: 15, stepMinutes: 15 };

    expect(
      offered('Europe/Berlin', { from, open: '01:45-02:30 02:45-02:59 03:00-04:00', rules }),
    ).toEqual(['01:45+01', '03:00+02', '03:15+02', '03:30+02', '03:45+02']);
  });
});

describe('when the clock repeats an hour', () => {
  const from = '2026-10-25'; // Berlin: 03:00 is 02:00

  test('its grid starts are offered both times', () => {
    expect(offered('Europe/Berlin', { from, open: '01:30-03:30' })).toEqual([
      '01:30+02',
      '02:00+02',
      '02:30+02',
      '02:00+01',
      '02:30+01',
      '03:00+01',
    ]);
  });

  test('01:00 to 03:00 lasts three hours', () => {
    const rules = { durationMinutes: 180 };

    expect(offered('Europe/Berlin', { from, open: '01:00-03:00', rules })).toEqual(['01:00+02']);
  });

  test('an interval that closes in it closes the first time', () => {
    expect(offered('Europe/Berlin', { from, open: '01:30-02:30' })).toEqual([
      '01:30+02',
      '02:00+02',
    ]);
  });

  test('an interval that opens in it opens the first time', () => {
    expect(offered('Europe/Berlin', { from, open: '02:30-03:00' })).toEqual([
      '02:30+02',
      '02:00+01',
      '02:30+01',
    ]);
  });

  test('busy time takes the instant, not the clock time', () => {
    const busy = [['2026-10-25T02:00+01:00', '2026-10-25T02:30+01:00']] as const;

    expect(offered('Europe/Berlin', { from, open: '02:00-03:00', busy })).toEqual([
      '02:00+02',
      '02:30+02',
      '02:30+01',
    ]);
  });
});

describe('a day without midnight', () => {
  test.each([
    ['America/Sao_Paulo', '2018-11-04', '01:00-02'],
    ['Africa/Cairo', '2024-04-26', '01:00+03'],
    ['Asia/Beirut', '2024-03-31', '01:00+03'],
  ])('%s begins %s at %s', (timeZone, from, first) => {
    const starts = offered(timeZone, { from, open: '00:00-24:00' });

    expect(starts[0]).toBe(first);
    expect(starts).toHaveLength(46);
  });

  test('the evening before still ends at 24:00', () => {
    const evening = { from: '2018-11-03', open: '23:00-24:00' };

    expect(offered('America/Sao_Paulo', evening)).toEqual(['23:00-03', '23:30-03']);
  });

  test('a grid coarser than the skip is counted from the midnight that was not', () => {
    const morning = { from: '2018-11-04', open: '00:00-04:30', rules: { stepMinutes: 90 } };

    expect(offered('America/Sao_Paulo', morning)).toEqual(['01:30-02', '03:00-02']);
  });
});

test('a day whose last hour comes twice has 25 hours', () => {
  const starts = offered('America/Sao_Paulo', { from: '2018-02-17', open: '00:00-24:00' });

  expect(starts).toHaveLength(50);
  expect(starts.slice(-4)).toEqual(['23:00-02', '23:30-02', '23:00-03', '23:30-03']);
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
    expect(offered('Australia/Lord_Howe', { from: '2026-10-04', open: '01:30-03:00' })).toEqual([
      '01:30+10:30',
      '02:30+11',
    ]);
  });

  test('repeats it', () => {
    expect(offered('Australia/Lord_Howe', { from: '2026-04-05', open: '01:00-02:30' })).toEqual([
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

  expect(offered(timeZone, { from: '2026-06-01', open: '09:00-11:00', rules })).toEqual(expected);
});
