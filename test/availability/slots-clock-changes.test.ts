import { describe, expect, test } from '@jest/globals';
import { offeredIn } from '../support/offers.ts';

describe('when the clock skips an hour', () => {
  const from = '2026-03-29'; // Berlin: 02:00 is 03:00

  test('no slot starts in it', () => {
    expect(offeredIn('Europe/Berlin', { from, open: '01:00-04:00' })).toEqual([
      '01:00+01',
      '01:30+01',
      '03:00+02',
      '03:30+02',
    ]);
  });

  test('an interval that opens in it opens later by the skip', () => {
    expect(offeredIn('Europe/Berlin', { from, open: '02:30-04:30' })).toEqual([
      '03:30+02',
      '04:00+02',
    ]);
  });

  test('an interval that closes in it closes later by the skip', () => {
    expect(offeredIn('Europe/Berlin', { from, open: '01:00-02:30' })).toEqual([
      '01:00+01',
      '01:30+01',
      '03:00+02',
    ]);
  });

  test('a slot may span it, lasting its real minutes', () => {
    const rules = { durationMinutes: 120, stepMinutes: 60 };

    expect(offeredIn('Europe/Berlin', { from, open: '01:00-04:00', rules })).toEqual(['01:00+01']);
  });

  test('an interval whose opening is skipped over its closing is closed', () => {
    const rules = { durationMinutes: 5, stepMinutes: 5 };

    expect(offeredIn('Europe/Berlin', { from, open: '02:50-03:10', rules })).toEqual([]);
  });

  test('intervals that the skip makes overlap offer each start once, in order', () => {
    const rules = { durationMinutes: 15, stepMinutes: 15 };

    expect(
      offeredIn('Europe/Berlin', { from, open: '01:45-02:30 02:45-02:59 03:00-04:00', rules }),
    ).toEqual(['01:45+01', '03:00+02', '03:15+02', '03:30+02', '03:45+02']);
  });
});

describe('when the clock repeats an hour', () => {
  const from = '2026-10-25'; // Berlin: 03:00 is 02:00

  test('its grid starts are offered both times', () => {
    expect(offeredIn('Europe/Berlin', { from, open: '01:30-03:30' })).toEqual([
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

    expect(offeredIn('Europe/Berlin', { from, open: '01:00-03:00', rules })).toEqual(['01:00+02']);
  });

  test('an interval that closes in it closes the first time', () => {
    expect(offeredIn('Europe/Berlin', { from, open: '01:30-02:30' })).toEqual([
      '01:30+02',
      '02:00+02',
    ]);
  });

  test('an interval that opens in it opens the first time', () => {
    expect(offeredIn('Europe/Berlin', { from, open: '02:30-03:00' })).toEqual([
      '02:30+02',
      '02:00+01',
      '02:30+01',
    ]);
  });

  test('busy time takes the instant, not the clock time', () => {
    const busy = [['2026-10-25T02:00+01:00', '2026-10-25T02:30+01:00']] as const;

    expect(offeredIn('Europe/Berlin', { from, open: '02:00-03:00', busy })).toEqual([
      '02:00+02',
      '02:30+02',
      '02:30+01',
    ]);
  });
});
