// Where entries stand in the picture of a day.
import { expect, test } from '@jest/globals';
import { placeOn } from '../../src/agenda/lanes.ts';
import { shownHours, rowClasses } from '../../src/agenda/shown-hours.ts';
import { dayOf } from '../../src/availability/dates.ts';
import { timeZoneNamed } from '../../src/availability/time-zone.ts';

const berlin = timeZoneNamed('Europe/Berlin');

test('an entry stands at its time on the wall clock of the organiser', () => {
  const [placed] = placeOn(berlin, dayOf('2026-11-23'), [span('08:00Z', '08:30Z')]);

  expect(placed).toMatchObject({ from: 9 * 60, to: 9 * 60 + 30, lane: 0, lanes: 1 });
});

test('entries that share time stand side by side, those that only touch do not', () => {
  const placed = placeOn(berlin, dayOf('2026-11-23'), [
    span('08:00Z', '09:00Z'),
    span('08:30Z', '09:30Z'),
    span('09:00Z', '10:00Z'),
    span('10:00Z', '11:00Z'),
  ]);

  expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 2],
    [1, 2],
    [0, 2],
    [0, 1],
  ]);
});

test('what reaches over midnight stands on both days', () => {
  const night = span('22:30Z', '23:30Z');

  const first = placeOn(berlin, dayOf('2026-11-23'), [night]);
  const second = placeOn(berlin, dayOf('2026-11-24'), [night]);

  expect([first[0]?.from, first[0]?.to]).toEqual([23 * 60 + 30, 24 * 60]);
  expect([second[0]?.from, second[0]?.to]).toEqual([0, 30]);
});

test('in the hour that a clock change repeats, an entry that ends before it begins on the wall clock is still seen', () => {
  const placed = placeOn(berlin, dayOf('2026-10-25'), [span('00:45Z', '01:15Z', '2026-10-25')]);

  expect(placed[0]).toMatchObject({ from: 2 * 60 + 45, to: 3 * 60 });
});

test('the picture shows an ordinary day whole, and reaches as far as there is something to see', () => {
  expect(shownHours([])).toEqual({ from: 8 * 60, to: 18 * 60 });
  expect(
    shownHours([
      [6 * 60 + 30, 7 * 60],
      [19 * 60, 20 * 60 + 15],
    ]),
  ).toEqual({ from: 6 * 60, to: 21 * 60 });
});

test('what reaches out of the picture is cut at its edge, and what is outside is not in it', () => {
  const hours = { from: 8 * 60, to: 18 * 60 };

  expect(rowClasses(hours, 9 * 60, 9 * 60 + 30)).toBe('row-at-4 row-for-2');
  expect(rowClasses(hours, 7 * 60, 8 * 60 + 15)).toBe('row-at-0 row-for-1');
  expect(rowClasses(hours, 20 * 60, 21 * 60)).toBe('row-out');
});

function span(from: string, to: string, date = '2026-11-23') {
  return {
    start: Date.parse(`${date}T${from}`) / 60_000,
    end: Date.parse(`${date}T${to}`) / 60_000,
  };
}
