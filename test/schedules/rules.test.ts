import { describe, expect, test } from '@jest/globals';
import { dayOf } from '../../src/availability/dates.ts';
import { packed } from '../../src/availability/intervals.ts';
import { openHours } from '../../src/availability/open-hours.ts';
import { timeZoneNamed } from '../../src/availability/time-zone.ts';
import { openWallOn, unionOfHours } from '../../src/availability/wall-hours.ts';
import { comingRanges, rangesOf, withRange } from '../../src/schedules/date-ranges.ts';
import { freeName } from '../../src/schedules/free-name.ts';
import { countOf, offeredOn, previewOf, runsOf } from '../../src/schedules/preview.ts';
import { isInside } from '../../src/schedules/stranded.ts';
import { at, everyDay, intervals } from '../support/offers.ts';

const monday = '2026-11-23';

describe('dates with hours of their own', () => {
  const closed = (date: string, label?: string) => ({ date, intervals: [], label });

  test('that follow one another and say the same are one range', () => {
    const ranges = rangesOf([
      closed('2026-12-31', 'Holiday'),
      closed('2027-01-01', 'Holiday'),
      closed('2027-01-02'),
      closed('2027-01-04'),
      { date: '2027-01-05', intervals: intervals('09:00-10:00') },
    ]);

    expect(ranges.map(({ from, to, label }) => [from, to, label])).toEqual([
      ['2026-12-31', '2027-01-01', 'Holiday'],
      ['2027-01-02', '2027-01-02', ''],
      ['2027-01-04', '2027-01-04', ''],
      ['2027-01-05', '2027-01-05', ''],
    ]);
  });

  test('are out of sight when they are past, not while their range goes on', () => {
    const overrides = [closed('2026-11-20'), closed('2026-11-22'), closed('2026-11-23')];

    expect(comingRanges(overrides, monday).map(({ from }) => from)).toEqual(['2026-11-22']);
  });

  test('give way to a range that is laid over them', () => {
    const range = { from: '2026-12-23', to: '2026-12-24', intervals: [], label: 'Holiday' };

    const after = withRange([{ date: '2026-12-24', intervals: intervals('09:00-10:00') }], range);

    expect(rangesOf(after)).toEqual([range]);
  });

  test('of a year and more stay quick', () => {
    const range = { from: '2027-01-01', to: '2028-01-01', intervals: [], label: '' };

    expect(rangesOf(withRange([], range))).toEqual([range]);
  });
});

describe('a booking is inside of the hours', () => {
  const hours = (open: string, timeOff: [string, string][] = []) =>
    openHours(
      { timeZone: 'Europe/Berlin', weekly: everyDay(open), overrides: [] },
      packed(timeOff.map(([from, to]) => [at(from), at(to)])),
    );
  const booking = (from: string, to: string) => ({
    startsAt: new Date(`${monday}T${from}+01:00`),
    endsAt: new Date(`${monday}T${to}+01:00`),
  });

  test('when all of it is, and intervals that touch are one', () => {
    const open = hours('09:00-12:00 12:00-17:00');

    expect(isInside(open, booking('11:30', '12:30'))).toBe(true);
    expect(isInside(open, booking('09:00', '17:00'))).toBe(true);
    expect(isInside(open, booking('08:45', '09:15'))).toBe(false);
    expect(isInside(open, booking('16:45', '17:15'))).toBe(false);
  });

  test('over midnight too', () => {
    const over = {
      startsAt: new Date('2026-11-23T23:30+01:00'),
      endsAt: new Date('2026-11-24T00:30+01:00'),
    };

    expect(isInside(hours('00:00-24:00'), over)).toBe(true);
    expect(isInside(hours('09:00-24:00'), over)).toBe(false);
  });

  test('unless some of it is time off', () => {
    const off = hours('09:00-17:00', [[`${monday}T10:15+01:00`, `${monday}T10:20+01:00`]]);

    expect(isInside(off, booking('10:00', '10:30'))).toBe(false);
    expect(isInside(off, booking('10:20', '10:30'))).toBe(true);
  });
});

describe('hours for looking at', () => {
  const berlin = (open: string) => ({
    timeZone: 'Europe/Berlin',
    weekly: everyDay(open),
    overrides: [],
  });

  test('lack the time off, in minutes of the wall clock', () => {
    const off = packed([[at(`${monday}T12:00+01:00`), at(`${monday}T13:00+01:00`)]]);
    const hours = openHours(berlin('09:00-24:00'), off);

    expect(openWallOn(hours, dayOf(monday))).toEqual([
      [540, 720],
      [780, 1440],
    ]);
    expect(openWallOn(hours, dayOf(monday) + 1)).toEqual([[540, 1440]]);
  });

  test('show what a clock change repeats once', () => {
    const change = '2026-10-25';
    const off = packed([[at(`${change}T12:00+01:00`), at(`${change}T13:00+01:00`)]]);
    const hours = openHours(berlin('01:00-04:00 11:00-14:00'), off);

    expect(openWallOn(hours, dayOf(change))).toEqual([
      [60, 240],
      [660, 720],
      [780, 840],
    ]);
  });

  test('of several schedules are whatever is open by any of them', () => {
    const one = openHours({
      ...berlin('09:00-12:00'),
      overrides: [{ date: monday, intervals: [] }],
    });
    const other = openHours(berlin('11:00-14:00'));

    const both = unionOfHours([one, other]);

    expect(openWallOn(both, dayOf(monday))).toEqual([[660, 840]]);
    expect(openWallOn(both, dayOf(monday) + 1)).toEqual([[540, 840]]);
  });
});

describe('the preview', () => {
  const zone = timeZoneNamed('Europe/Berlin');
  const nine = (days: number) => at(`${monday}T09:00+01:00`) + days * 1440;

  test('tells what is new and what goes, by the organiser’s days', () => {
    const { days } = previewOf([nine(0), nine(0) + 15], [nine(0) + 15, nine(0) + 30], zone);

    expect(days.map(({ starts }) => starts.map(({ is }) => is))).toEqual([['gone', 'same', 'new']]);
    expect(offeredOn(days[0]!)).toEqual([nine(0) + 15, nine(0) + 30]);
    expect([countOf(days[0]!, 'new'), countOf(days[0]!, 'gone')]).toEqual([1, 1]);
  });

  test('shows the next days with any times, and every later day that changes', () => {
    const before = Array.from({ length: 40 }, (_, day) => nine(day));
    const after = before.filter((start) => start < nine(20));

    const { days, moreChanged } = previewOf(before, after, zone);

    const shown = days.map(({ day }) => day - dayOf(monday));
    expect(shown.slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 20, 21]);
    expect(shown.length + moreChanged).toBe(27);
  });

  test('joins starts that follow one another', () => {
    const rules = { stepMinutes: 15, durationMinutes: 30 };

    expect(runsOf([0, 15, 30, 90, 105], rules)).toEqual([
      [0, 60],
      [90, 135],
    ]);
    expect(runsOf([0, 60, 120], { stepMinutes: 60, durationMinutes: 30 })).toEqual([[0, 150]]);
  });
});

test('a copy gets a name that nobody has', () => {
  expect(freeName('Evenings', ['Evenings'])).toBe('Evenings (copy)');
  expect(freeName('Evenings', ['evenings (COPY)', 'Evenings (copy 2)'])).toBe('Evenings (copy 3)');
});
