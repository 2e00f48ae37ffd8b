import { describe, expect, test } from '@jest/globals';
import { dayOf } from '../../src/availability/dates.ts';
import {
  minuteOfDay,
  openHours,
  openInstantsOn,
  openOn,
} from '../../src/availability/open-hours.ts';
import { at, everyDay, intervals } from '../support/offers.ts';

const monday = dayOf('2026-11-23');

function openOnDate(date: string, weekly: string, overrides: Record<string, string> = {}) {
  const hours = openHours({
    timeZone: 'Europe/Berlin',
    weekly: everyDay(weekly),
    overrides: Object.entries(overrides).map(([date, text]) => ({
      date,
      intervals: intervals(text),
    })),
  });
  return [...openOn(hours, dayOf(date))];
}

test('weekly hours are those of the weekday, Monday being 1 and Sunday 7', () => {
  const hours = openHours({
    timeZone: 'Europe/Berlin',
    weekly: [
      { weekday: 1, opens: '09:00', closes: '17:00' },
      { weekday: 7, opens: '10:30', closes: '11:00' },
    ],
    overrides: [],
  });

  expect([...openOn(hours, monday)]).toEqual([540, 1020]);
  expect([...openOn(hours, monday + 1)]).toEqual([]);
  expect([...openOn(hours, monday + 6)]).toEqual([630, 660]);
});

describe('the intervals of one day', () => {
  test.each([
    ['no intervals: closed', '', []],
    ['apart, in any order', '13:00-17:00 09:00-12:00', [540, 720, 780, 1020]],
    ['touching are one', '09:00-12:00 12:00-17:00', [540, 1020]],
    ['overlapping are one', '09:00-13:00 12:00-17:00', [540, 1020]],
    ['to the end of the day', '22:00-24:00', [1320, 1440]],
    ['all day', '00:00-24:00', [0, 1440]],
    ['without length: closed', '09:00-09:00', []],
  ])('%s', (_, text, expected) => {
    expect(openOnDate('2026-11-23', text)).toEqual(expected);
  });
});

test('an override replaces its date whole, and no other', () => {
  const overrides = { '2026-11-23': '10:00-11:00', '2026-11-25': '' };

  expect(openOnDate('2026-11-23', '09:00-17:00', overrides)).toEqual([600, 660]);
  expect(openOnDate('2026-11-24', '09:00-17:00', overrides)).toEqual([540, 1020]);
  expect(openOnDate('2026-11-25', '09:00-17:00', overrides)).toEqual([]);
});

test('intervals whose edges a clock change skips stay two, in order of time', () => {
  const hours = openHours({
    timeZone: 'Europe/Berlin',
    weekly: everyDay('01:00-02:45 02:50-02:55 03:00-04:00'),
    overrides: [],
  });

  const edges = [...openInstantsOn(hours, dayOf('2026-03-29'))];

  expect(edges).toEqual(
    [
      '2026-03-29T01:00+01:00',
      '2026-03-29T03:45+02:00',
      '2026-03-29T03:00+02:00',
      '2026-03-29T04:00+02:00',
      '2026-03-29T03:50+02:00',
      '2026-03-29T03:55+02:00',
    ].map(at),
  );
});

test.each(['9:00', '24:01', '24:30', '25:00', '12:60', '12', '', '12:00:00'])(
  'a time that is none is refused: "%s"',
  (time) => {
    expect(() => minuteOfDay(time)).toThrow(RangeError);
  },
);

test('a date or zone that is none is refused', () => {
  const weekly = everyDay('09:00-17:00');
  const overrides = [{ date: '2026-02-30', intervals: [] }];

  expect(() => openHours({ timeZone: 'Europe/Berlin', weekly, overrides })).toThrow('2026-02-30');
  expect(() => openHours({ timeZone: 'Mars/Olympus', weekly, overrides: [] })).toThrow('Mars');
});
