import { expect, test } from '@jest/globals';
import type { Identity } from '../../src/google/google.ts';
import { isAdmitted } from '../../src/organisers/admission.ts';

const ada: Identity = {
  subject: '1',
  email: 'Ada@example.com',
  isEmailVerified: true,
  hostedDomain: 'example.com',
  name: 'Ada',
};

test('an address is admitted whatever its capitals', () => {
  expect(isAdmitted(ada, ['ada@example.com'])).toBe(true);
});

test('a domain is admitted when Google vouches for it', () => {
  expect(isAdmitted(ada, ['@example.com'])).toBe(true);
});

test('an address that merely ends like the domain is not admitted', () => {
  expect(isAdmitted({ ...ada, hostedDomain: null }, ['@example.com'])).toBe(false);
});

test('the star admits everybody, an empty list nobody', () => {
  expect(isAdmitted({ ...ada, hostedDomain: null }, ['*'])).toBe(true);
  expect(isAdmitted(ada, [])).toBe(false);
});

test('somebody else’s address is not admitted', () => {
  expect(isAdmitted(ada, ['grace@example.com', '@example.org'])).toBe(false);
});
