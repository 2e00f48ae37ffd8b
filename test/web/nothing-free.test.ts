// What is said in place of the times.
import { expect, test } from '@jest/globals';
import { dayOf } from '../../src/availability/dates.ts';
import { whyNothing } from '../../src/web/picker/nothing-free.ts';

const lastDay = dayOf('2027-01-20');
const day = dayOf('2026-11-29');
const startsByDay = new Map([[dayOf('2026-11-30'), [1]]]);
const full = { outside: null, day, lastDay, startsByDay };

test('a full day and a full month are told as such', () => {
  expect(whyNothing(full)).toBe('Nothing is free on this day.');
  expect(whyNothing({ ...full, day: null })).toBe('Nothing is free in this month.');
});

test('what is over is told to be over', () => {
  expect(whyNothing({ ...full, outside: 'past' })).toBe('This day is over.');
  expect(whyNothing({ ...full, outside: 'past', day: null })).toBe('That month is over.');
});

test('beyond the horizon it is told up to when bookings are open', () => {
  const sentence = whyNothing({ ...full, outside: 'beyond' });

  expect(sentence).toBe('Bookings open up to Wednesday 20 January 2027.');
});

test('where nothing is free at all, one is asked to look again later', () => {
  expect(whyNothing({ ...full, startsByDay: new Map() })).toContain('Please look again later');
});
