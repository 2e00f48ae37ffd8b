import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { dateOf, dayOf } from '../../src/availability/dates.ts';
import {
  dayAt,
  isTimeZone,
  offsetAt,
  periodAt,
  startOfDay,
  timeZoneNamed,
  toEpoch,
} from '../../src/availability/time-zone.ts';
import { at } from '../support/offers.ts';

/** '2026-03-29T02:30' → minutes on the wall. */
const onWall = (text: string) => at(`${text}Z`);

describe('whether a name is a time zone', () => {
  test.each([
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'UTC',
    'Etc/GMT+5',
    'europe/berlin',
  ])('%s is', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test.each(['', 'Mars/Olympus', '+02:00', '-05', 'Europe/', 'Europe/Berlin '])(
    '"%s" is not',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
      expect(() => timeZoneNamed(name)).toThrow(RangeError);
    },
  );

  test('a known zone in letters that only lower case makes its own is not', () => {
    timeZoneNamed('Asia/Tokyo');

    expect(isTimeZone('Asia/To\u212Ayo')).toBe(false);
  });

  test('one zone in other capitals is the same zone', () => {
    expect(timeZoneNamed('eUROPE/bERLIN')).toBe(timeZoneNamed('Europe/Berlin'));
  });
});

test.each([
  ['Europe/Berlin', '2026-03-29T00:59Z', 60],
  ['Europe/Berlin', '2026-03-29T01:00Z', 120],
  ['Asia/Kathmandu', '2026-05-01T00:00Z', 345],
  ['Pacific/Chatham', '2026-01-01T00:00Z', 825],
  ['Australia/Lord_Howe', '2026-04-04T14:59Z', 660],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', 630],
  ['Pacific/Apia', '2011-12-30T09:59Z', -600],
  ['Pacific/Apia', '2011-12-30T10:00Z', 840],
  ['America/St_Johns', '2026-01-01T00:00Z', -210],
  ['UTC', '2026-01-01T00:00Z', 0],
])('the offset of %s at %s is %i minutes', (name, instant, offset) => {
  expect(offsetAt(timeZoneNamed(name), at(instant))).toBe(offset);
});

describe('a wall-clock time as an instant', () => {
  test.each([
    ['plain', 'Europe/Berlin', '2026-11-23T09:00', '2026-11-23T09:00+01:00'],
    ['skipped: later by the skip', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:30+02:00'],
    ['the first skipped', 'Europe/Berlin', '2026-03-29T02:00', '2026-03-29T03:00+02:00'],
    ['the first after a skip', 'Europe/Berlin', '2026-03-29T03:00', '2026-03-29T03:00+02:00'],
    ['repeated: the first', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T02:30+02:00'],
    ['after a repeat', 'Europe/Berlin', '2026-10-25T03:00', '2026-10-25T03:00+01:00'],
    ['half-hour skip', 'Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-04T02:40+11:00'],
    ['half-hour repeat', 'Australia/Lord_Howe', '2026-04-05T01:40', '2026-04-05T01:40+11:00'],
    ['skipped midnight', 'America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T01:00-02:00'],
    ['repeated last hour', 'America/Sao_Paulo', '2018-02-17T23:30', '2018-02-17T23:30-02:00'],
    ['midnight after it', 'America/Sao_Paulo', '2018-02-18T00:00', '2018-02-18T00:00-03:00'],
    ['on a skipped date', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-31T12:00+14:00'],
  ])('%s', (_, name, wall, instant) => {
    expect(toEpoch(timeZoneNamed(name), onWall(wall))).toBe(at(instant));
  });
});

test.each([
  ['Europe/Berlin', '2026-03-29', '2026-03-29T00:00+01:00'],
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00-02:00'],
  ['Africa/Cairo', '2024-04-26', '2024-04-26T01:00+03:00'],
  ['Asia/Beirut', '2024-03-31', '2024-03-31T01:00+03:00'],
  ['America/Havana', '2026-11-01', '2026-11-01T00:00-04:00'],
  ['Pacific/Apia', '2011-12-30', '2011-12-31T00:00+14:00'],
  ['Pacific/Apia', '2011-12-31', '2011-12-31T00:00+14:00'],
])('in %s the date %s begins at %s', (name, date, instant) => {
  expect(startOfDay(timeZoneNamed(name), dayOf(date))).toBe(at(instant));
});

test.each([
  ['Pacific/Kiritimati', '2026-11-23T09:59Z', '2026-11-23'],
  ['Pacific/Kiritimati', '2026-11-23T10:00Z', '2026-11-24'],
  ['Pacific/Niue', '2026-11-23T10:59Z', '2026-11-22'],
  ['Pacific/Apia', '2011-12-30T10:00Z', '2011-12-31'],
])('in %s the date at %s is %s', (name, instant, date) => {
  expect(dateOf(dayAt(timeZoneNamed(name), at(instant)))).toBe(date);
});

test('every wall-clock hour around every clock change from 2020 to 2030 agrees with Temporal', () => {
  const wrong: string[] = [];
  for (const name of Intl.supportedValuesOf('timeZone')) {
    for (const change of changesOf(name, at('2020-01-01T00:00Z'), at('2030-01-01T00:00Z'))) {
      for (const wall of wallTimesAround(name, change)) {
        if (toEpoch(timeZoneNamed(name), onWall(wall)) !== byTemporal(name, wall)) {
          wrong.push(`${name} ${wall}`);
        }
      }
    }
  }

  expect(wrong).toEqual([]);
});

test('years before 1970 and from 2200 on are refused, not guessed at', () => {
  const zone = timeZoneNamed('Europe/Berlin');

  expect(periodAt(zone, at('2199-12-31T23:59Z')).offset).toBe(60);
  expect(() => periodAt(zone, -1)).toThrow(RangeError);
  expect(() => periodAt(zone, at('2200-01-01T00:00Z'))).toThrow(RangeError);
  expect(() => periodAt(zone, Number.NaN)).toThrow(RangeError);
});

test('an offset with seconds is refused, not rounded', () => {
  const zone = timeZoneNamed('Africa/Monrovia');

  expect(offsetAt(zone, at('1972-01-08T00:00Z'))).toBe(0);
  expect(() => offsetAt(zone, at('1971-01-01T00:00Z'))).toThrow('Offset below a minute');
});

function changesOf(name: string, from: number, to: number): number[] {
  const { end } = periodAt(timeZoneNamed(name), from);
  return end < to ? [end, ...changesOf(name, end, to)] : [];
}

function wallTimesAround(name: string, minute: number): string[] {
  const change = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(name);
  return [-61, -60, -30, -1, 0, 1, 29, 60].map((minutes) =>
    change.toPlainDateTime().add({ minutes }).toString({ smallestUnit: 'minute' }),
  );
}

function byTemporal(name: string, wall: string): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(name).epochMilliseconds / 60_000;
}
