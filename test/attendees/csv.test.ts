import { expect, test } from '@jest/globals';
import { csvOf } from '../../src/attendees/csv.ts';

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1+cmd|calc', `'+1+cmd|calc`],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  [' =1+1', `' =1+1`],
  ['+4930123456', '+4930123456'],
  ['two\nlines', '"two\nlines"'],
  ['a, "b"', '"a, ""b"""'],
  ['plain', 'plain'],
])('%j is written so that a spreadsheet shows it and runs nothing', (typed, written) => {
  expect(csvOf([[typed]])).toBe(`\uFEFF${written}\r\n`);
});

test('numbers and what is not there are cells of their own', () => {
  expect(csvOf([[1, null, true]])).toBe('\uFEFF1,,true\r\n');
});
