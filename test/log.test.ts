import { expect, test } from '@jest/globals';
import { describeError } from '../src/log.ts';

test('of an error only its kind, code, message, stack and cause are logged', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(lea@example.org)',
  });
  const error = new Error('could not write', { cause });

  const line = JSON.stringify(describeError(error));

  expect(line).toContain('duplicate key');
  expect(line).toContain('23505');
  expect(line).not.toContain('lea');
});

test('addresses and tokens are cut out of messages, causes and stacks', () => {
  const token = 'N_8XAYX3QSikvbfbZZPGzwC7bY_qW2Op4bPCpl4irUU';
  const error = new Error(`550 rejected: <lea@example.org> at /bookings/${token}`);

  const line = JSON.stringify(describeError(new Error('mail', { cause: error })));

  expect(line).not.toMatch(/lea@|example\.org/);
  expect(line).not.toContain(token);
  expect(line).toContain('550 rejected');
});
