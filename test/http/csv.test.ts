import { expect, test } from '@jest/globals';
import { csvText } from '../../src/http/csv.ts';

test('lines end with CRLF, and what is not there is empty', () => {
  expect(
    csvText([
      ['a', 1, null],
      ['b', 0.5, ''],
    ]),
  ).toBe('a,1,\r\nb,0.5,\r\n');
});

test('commas, quotes and line breaks are quoted', () => {
  expect(csvText([['a,b', 'say "yes"', 'two\nlines']])).toBe(
    '"a,b","say ""yes""","two\nlines"\r\n',
  );
});

test.each(['=1+1', '+49301', '-2', '@sum', '\tx'])('%j is text to a spreadsheet', (text) => {
  expect(csvText([[text]])).toBe(`'${text}\r\n`);
});

test('a number below zero is a number', () => {
  expect(csvText([[-2]])).toBe('-2\r\n');
});
