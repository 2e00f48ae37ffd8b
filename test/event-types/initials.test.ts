import { expect, test } from '@jest/globals';
import { initials } from '../../src/event-types/summary-view.ts';

test.each([
  ['Mira Lindqvist', 'ML'],
  ['Dr. Mira van der Berg', 'MB'],
  ['mira', 'M'],
  ['Dr.', ''],
])('the initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
