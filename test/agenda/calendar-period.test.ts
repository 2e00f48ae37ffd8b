// Which days a week or a month of the calendar shows.
import { expect, test } from '@jest/globals';
import { periodAround } from '../../src/agenda/calendar-period.ts';
import { dateOf, dayOf } from '../../src/availability/dates.ts';

test('a week goes from Monday to Sunday around its date', () => {
  const { first, last, before, after } = periodAround('week', dayOf('2026-11-29'));

  expect([dateOf(first), dateOf(last)]).toEqual(['2026-11-23', '2026-11-29']);
  expect([before, after]).toEqual(['2026-11-16', '2026-11-30']);
});

test.each([
  ['2026-11-15', '2026-10-26', '2026-12-06', '2026-10-01', '2026-12-01'],
  ['2027-02-28', '2027-02-01', '2027-02-28', '2027-01-01', '2027-03-01'],
  ['2026-12-31', '2026-11-30', '2027-01-03', '2026-11-01', '2027-01-01'],
])('the month of %s shows its weeks whole', (date, from, to, earlier, later) => {
  const { first, last, before, after } = periodAround('month', dayOf(date));

  expect([dateOf(first), dateOf(last)]).toEqual([from, to]);
  expect([before, after]).toEqual([earlier, later]);
});
