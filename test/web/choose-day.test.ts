import { expect, test } from '@jest/globals';
import { dayOf } from '../../src/availability/dates.ts';
import { chooseDay, type DayQuestion, monthAfter } from '../../src/web/picker/choose-day.ts';

const minute = (instant: string) => Date.parse(instant) / 60_000;

const question: DayQuestion = {
  starts: [
    minute('2026-11-27T22:00:00Z'),
    minute('2026-11-27T23:30:00Z'),
    minute('2026-12-01T09:00:00Z'),
  ],
  timeZone: 'UTC',
  now: new Date('2026-11-23T08:00:00Z'),
  lastDay: dayOf('2027-01-22'),
};

test('where nobody has asked for a day, the first with a free time is shown', () => {
  const choice = chooseDay(question);

  expect(choice).toMatchObject({ day: dayOf('2026-11-27'), month: '2026-11', earlierDay: null });
  expect(choice.laterDay).toBe(dayOf('2026-12-01'));
});

test('starts are counted on the day of the viewer', () => {
  const { startsByDay } = chooseDay({ ...question, timeZone: 'Europe/Berlin' });

  expect(startsByDay.get(dayOf('2026-11-27'))).toHaveLength(1);
  expect(startsByDay.get(dayOf('2026-11-28'))).toHaveLength(1);
});

test('a day asked for is shown even when nothing is free on it', () => {
  const choice = chooseDay({ ...question, date: '2026-11-30' });

  expect(choice.day).toBe(dayOf('2026-11-30'));
  expect(choice.earlierDay).toBe(dayOf('2026-11-27'));
  expect(choice.laterDay).toBe(dayOf('2026-12-01'));
});

test('a month asked for shows its own first free day', () => {
  const choice = chooseDay({ ...question, month: '2026-12' });

  expect(choice).toMatchObject({ day: dayOf('2026-12-01'), month: '2026-12' });
});

test('months end with the horizon, on either side', () => {
  const before = chooseDay({ ...question, month: '2020-01' });
  const beyond = chooseDay({ ...question, month: '2030-01' });

  expect(before).toMatchObject({ month: '2026-11', day: null, outside: 'past' });
  expect(beyond).toMatchObject({ month: '2027-01', day: null, outside: 'beyond' });
});

test.each([
  ['2026-11-22', 'past'],
  ['2026-11-23', null],
  ['2027-01-22', null],
  ['2027-01-23', 'beyond'],
])('of the dates asked for, %s is %s', (date, outside) => {
  expect(chooseDay({ ...question, date }).outside).toBe(outside);
});

test('with nothing free there is no day, and the month is the present one', () => {
  const choice = chooseDay({ ...question, starts: [] });

  expect(choice).toMatchObject({ day: null, month: '2026-11', earlierDay: null, laterDay: null });
});

test('months follow each other across the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2027-01', -1)).toBe('2026-12');
});
