// Where somebody could be booked by a press.
import { expect, test } from '@jest/globals';
import { freeSpots } from '../../src/agenda/free-spots.ts';

const nine = 9 * 60;

test('half hours that are open and wholly free are offered, from a full or a half hour on', () => {
  expect(freeSpots([[nine + 10, nine + 105]], [], 0)).toEqual([nine + 30, nine + 60]);
});

test('what is taken in part is not offered, what is only touched is', () => {
  const taken = [{ from: nine + 30, to: nine + 45 }];

  expect(freeSpots([[nine, nine + 90]], taken, 0)).toEqual([nine, nine + 60]);
});

test('what has begun is not offered', () => {
  expect(freeSpots([[nine, nine + 90]], [], nine + 1)).toEqual([nine + 30, nine + 60]);
});
