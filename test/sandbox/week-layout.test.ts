// Where events stand in the week's grid.
import { describe, expect, test } from '@jest/globals';
import type { CalendarEvent } from '../../src/sandbox/google/events/event.ts';
import { spanOf } from '../../src/sandbox/google/times.ts';
import { weekOf } from '../../src/sandbox/google/week/dates.ts';
import type { SeenEvent } from '../../src/sandbox/google/week/events.ts';
import { barsOf, blocksOf } from '../../src/sandbox/google/week/layout.ts';

const timeZone = 'Europe/Berlin';
const now = new Date('2026-11-25T10:20:00Z');
const week = weekOf(null, now, timeZone);
const [monday, tuesday] = week.dates as [string, string];

describe('the week', () => {
  test.each([
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begins on Monday %s', (date, first) => {
    const { dates } = weekOf(date, now, timeZone);

    expect([dates[0], dates.length]).toEqual([first, 7]);
  });

  test.each(['', '2026-02-30', 'tomorrow', undefined])('of %p is the present one', (date) => {
    const { dates } = weekOf(date, now, timeZone);

    expect(dates).toEqual(week.dates);
  });

  test("is the present one by the zone's clocks", () => {
    const { dates } = weekOf(null, new Date('2026-11-29T23:30:00Z'), timeZone);

    expect(dates[0]).toBe('2026-11-30');
  });
});

test('an event stands at the wall-clock minutes of its day', () => {
  const [block] = blocksOf([timed('2026-11-24T08:00Z', '2026-11-24T08:45Z')], week, tuesday);

  expect(block).toMatchObject({ from: 540, until: 585, lane: 0, lanes: 1 });
});

test('an event that passes midnight stands in both days', () => {
  const event = timed('2026-11-23T21:00Z', '2026-11-24T00:30Z');

  const pieces = [monday, tuesday].flatMap((date) => blocksOf([event], week, date));

  expect(pieces.map(({ date, from, until }) => [date, from, until])).toEqual([
    [monday, 1320, 1440],
    [tuesday, 0, 90],
  ]);
});

test('an event that ends at midnight does not reach into the next day', () => {
  const event = timed('2026-11-23T21:00Z', '2026-11-23T23:00Z');

  const pieces = [monday, tuesday].map((date) => blocksOf([event], week, date).length);

  expect(pieces).toEqual([1, 0]);
});

test('events that overlap stand side by side, others have the whole width', () => {
  const events = [
    timed('2026-11-24T08:00Z', '2026-11-24T10:00Z'),
    timed('2026-11-24T08:30Z', '2026-11-24T09:00Z'),
    timed('2026-11-24T09:00Z', '2026-11-24T09:30Z'),
    timed('2026-11-24T10:00Z', '2026-11-24T11:00Z'),
  ];

  const blocks = blocksOf(events, week, tuesday);

  expect(blocks.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 2],
    [1, 2],
    [1, 2],
    [0, 1],
  ]);
});

test('whole days are bars, cut at the edges of the week', () => {
  const events = [
    wholeDays('2026-11-20', '2026-11-24'),
    wholeDays('2026-11-24', '2026-11-26'),
    wholeDays('2026-11-29', '2026-12-02'),
  ];

  const bars = barsOf(events, week);

  expect(bars.map(({ day, days, row }) => [day, days, row])).toEqual([
    [0, 1, 0],
    [1, 2, 0],
    [6, 1, 0],
  ]);
});

test('bars that overlap lie in rows of their own', () => {
  const events = [wholeDays('2026-11-23', '2026-11-26'), wholeDays('2026-11-25', '2026-11-27')];

  const bars = barsOf(events, week);

  expect(bars.map(({ row }) => row)).toEqual([0, 1]);
});

test('an event of a day or longer is a bar, though it has hours', () => {
  const event = timed('2026-11-24T08:00Z', '2026-11-25T08:00Z');

  const bars = barsOf([event], week);

  expect(bars.map(({ day, days }) => [day, days])).toEqual([[1, 2]]);
  expect(blocksOf([event], week, tuesday)).toEqual([]);
});

function timed(start: string, end: string): SeenEvent {
  return seen({ start: { dateTime: start }, end: { dateTime: end } });
}

function wholeDays(start: string, end: string): SeenEvent {
  return seen({ start: { date: start }, end: { date: end } });
}

function seen(times: Pick<CalendarEvent, 'start' | 'end'>): SeenEvent {
  const event = times as CalendarEvent;
  return {
    ...spanOf(event, timeZone),
    event,
    calendarId: 'mira@example.com',
    place: 0,
    isAllDay: event.start.date !== undefined,
    standing: 'own',
    canWrite: true,
    canChange: true,
  };
}
