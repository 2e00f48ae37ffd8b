import { expect, test } from '@jest/globals';
import type { Availability } from '../../src/availability/open-hours.ts';
import { readInput } from '../../src/http/input.ts';
import {
  clockTime,
  dateErrors,
  overrideOf,
  readDate,
  readWeek,
  weekErrors,
  weeklyOf,
  weekOf,
} from '../../src/schedules/hours-form.ts';
import { hoursInput, readHours } from '../../src/schedules/hours-input.ts';
import { dateLabels, weekLabels } from '../../src/schedules/hours-words.ts';
import { isProblem } from '../../src/problem.ts';

const monday = { weekday: 1, opens: '09:00', closes: '17:00' };

test('hours to 24:00, touching intervals and closed dates are fine', () => {
  const hours = {
    timeZone: 'Asia/Kathmandu',
    weekly: [monday, { weekday: 1, opens: '17:00', closes: '24:00' }],
    overrides: [{ date: '2028-02-29', intervals: [] }],
  };

  expect(readInput(hoursInput, hours)).toEqual(hours);
});

test('every fault is named at once', () => {
  const fields = faultsOf({
    timeZone: 'Europe/Atlantis',
    weekly: [
      { weekday: 0, opens: '09:00', closes: '17:00' },
      { weekday: 1, opens: '17:00', closes: '09:00' },
      { weekday: 2, opens: '24:00', closes: '25:00' },
      { weekday: 3, opens: '09:00', closes: '12:00' },
      { weekday: 3, opens: '11:00', closes: '13:00' },
    ],
    overrides: [
      { date: '2026-02-30', intervals: [] },
      { date: '2026-12-24', intervals: [{ opens: '10:00', closes: '10:00' }] },
      { date: '2026-12-24', intervals: [] },
    ],
    note: 'unknown',
  });

  expect(fields).toEqual(
    expect.arrayContaining([
      'timeZone',
      'weekly.0.weekday',
      'weekly.1.closes',
      'weekly.2.opens',
      'weekly.2.closes',
      'overrides.0.date',
      'overrides.1.intervals.0.closes',
      'note',
    ]),
  );
});

test('intervals of one day that overlap are refused, of two days not', () => {
  const lunch = { opens: '11:00', closes: '13:00' };

  expect(faultsOf(week([monday, { weekday: 1, ...lunch }]))).toEqual(['weekly.1.opens']);
  expect(faultsOf(week([monday, { weekday: 2, ...lunch }]))).toEqual([]);
});

test('a date can be named once only', () => {
  const christmas = { date: '2026-12-24', intervals: [] };

  expect(faultsOf({ ...week([]), overrides: [christmas, christmas] })).toEqual([
    'overrides.1.date',
  ]);
});

test('a date that is past is not added, with all other faults named beside it; today is not past', () => {
  const before = week([]);
  const overrides = ['2026-11-22', '2026-11-23'].map((date) => ({ date, intervals: [] }));

  expect(changeFaults({ ...before, overrides, timeZone: 'Mars' }, before)).toEqual([
    { field: 'timeZone', message: 'Give an IANA zone such as Europe/Berlin.' },
    { field: 'overrides.0.date', message: 'This date is past.' },
  ]);
});

test('a date that was there before it was past may stay', () => {
  const before = { ...week([]), overrides: [{ date: '2025-12-24', intervals: [] }] };

  expect(changeFaults(before, before)).toEqual([]);
});

test('whether a date is past is told by the zone of the hours', () => {
  const overrides = [{ date: '2026-11-23', intervals: [] }];

  expect(
    changeFaults({ ...week([]), overrides, timeZone: 'Pacific/Kiritimati' }, week([])),
  ).toEqual([{ field: 'overrides.0.date', message: 'This date is past.' }]);
});

test('fields are called by their day and place, in the order of the page', () => {
  const draft = readWeek({ timeZone: 'UTC', '1-0-opens': '9', '1-1-opens': '14' });

  const labels = weekLabels(draft);

  expect([...labels.keys()].slice(0, 4)).toEqual([
    'timeZone',
    '1-0-opens',
    '1-0-closes',
    '1-1-opens',
  ]);
  expect(labels.get('1-1-closes')).toBe('Monday, second interval');
  expect(dateLabels(readDate({})).get('date-1-opens')).toBe('On this date, second interval');
});

test('the form gives back the hours it was made of', () => {
  const availability = week([monday, { weekday: 7, opens: '10:00', closes: '12:00' }]);

  expect(weeklyOf(weekOf(availability))).toEqual(availability.weekly);
});

test('each day of the form has room for one more interval', () => {
  const { days } = weekOf(week([monday]));

  expect(days.map(({ pairs }) => pairs.length)).toEqual([2, 1, 1, 1, 1, 1, 1]);
});

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['17:45', '17:45'],
  ['noon', 'noon'],
  ['', ''],
])('"%s" is read as "%s"', (typed, time) => {
  expect(clockTime(typed)).toBe(time);
});

test('a fault of the form is shown beside the field it is in, and what was typed stays', () => {
  const body = { timeZone: 'UTC', '1-0-opens': '9', '3-0-opens': 'nine', '3-0-closes': '12' };
  const draft = readWeek(body);

  const faults = weekErrors(draft, problemsOf(week(weeklyOf(draft))));

  expect(faults.map(({ field }) => field).sort()).toEqual(['1-0-closes', '3-0-opens']);
  expect(draft.days[2]!.pairs[0]).toEqual({ name: '3-0', opens: 'nine', closes: '12:00' });
});

test('a date without times is closed', () => {
  expect(overrideOf(readDate({ date: '2026-12-24' }))).toEqual({
    date: '2026-12-24',
    intervals: [],
  });
});

test('faults of a new date are shown beside its fields', () => {
  const draft = readDate({ date: '', 'date-1-opens': '10', 'date-1-closes': '9' });
  const hours = { ...week([]), overrides: [overrideOf(draft)] };

  const faults = dateErrors(draft, problemsOf(hours));

  expect(faults.map(({ field }) => field).sort()).toEqual(['date', 'date-1-closes']);
});

function week(weekly: (typeof monday)[]): Availability {
  return { timeZone: 'UTC', weekly, overrides: [] };
}

/** On Monday 23 November, noon in UTC. */
function changeFaults(hours: unknown, before: Availability) {
  return problemsIn(() => readHours(hours, before, new Date('2026-11-23T12:00:00Z')));
}

function faultsOf(hours: unknown): string[] {
  return problemsOf(hours).map(({ field }) => field);
}

function problemsOf(hours: unknown) {
  return problemsIn(() => readInput(hoursInput, hours));
}

function problemsIn(read: () => unknown) {
  try {
    read();
    return [];
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    return error.errors!;
  }
}
