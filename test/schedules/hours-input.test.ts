import { expect, test } from '@jest/globals';
import type { Availability } from '../../src/availability/open-hours.ts';
import { readInput } from '../../src/http/input.ts';
import { isProblem } from '../../src/problem.ts';
import { hoursInput, readHours } from '../../src/schedules/hours-input.ts';

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

test('an interval across midnight says how to split it; one to 00:00 says 24:00', () => {
  const across = { weekday: 1, opens: '22:00', closes: '02:00' };
  const toMidnight = { weekday: 2, opens: '22:00', closes: '00:00' };

  expect(problemsOf(week([across, toMidnight])).map(({ message }) => message)).toEqual([
    'Closes before it opens. To be open across midnight, write 22:00–24:00 here and 00:00–02:00 on the next day.',
    'Closes before it opens. For the end of the day write 24:00.',
  ]);
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
