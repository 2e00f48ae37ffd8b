import { expect, test } from '@jest/globals';
import { dayOf } from '../../src/availability/dates.ts';
import { weeksOf } from '../../src/web/picker/month-table.ts';

test('a month is whole weeks from Monday to Sunday', () => {
  const weeks = weeksOf('2026-11');

  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, dayOf('2026-11-01')]);
  expect(weeks[5]).toEqual([dayOf('2026-11-30'), null, null, null, null, null, null]);
});

test('a February that begins on a Monday is four weeks', () => {
  const weeks = weeksOf('2027-02');

  expect(weeks).toHaveLength(4);
  expect(weeks.flat()).not.toContain(null);
});
