import { expect, test } from '@jest/globals';
import { GoogleFailure, type GoogleFailureCode } from '../../src/google/google-failure.ts';
import { msUntilReadAgain, secondsUntilRepeat } from '../../src/google/retry-policy.ts';

const minutes = 60_000;

test.each<GoogleFailureCode>([
  'needs_reconnect',
  'missing_scope',
  'invalid',
  'not_organizer',
  'duplicate',
  'gone',
])('%s is never repeated: it would be refused again', (code) => {
  const seconds = secondsUntilRepeat(code, 0, 0);

  expect(seconds).toBeNull();
});

test.each<[GoogleFailureCode, number]>([
  ['unavailable', 1],
  ['rate_limited', 4],
  ['not_found', 60],
  ['quota_exhausted', 3600],
])('%s is repeated after %i seconds at first', (code, first) => {
  const seconds = secondsUntilRepeat(code, 0, 0);

  expect(seconds).toBe(first);
});

test('the longer a thing fails, the longer the wait, to a quarter of an hour', () => {
  const waits = [1 * minutes, 10 * minutes, 600 * minutes].map((failingForMs) =>
    secondsUntilRepeat('unavailable', failingForMs, 0),
  );

  expect(waits).toEqual([30, 300, 900]);
});

test('those who failed together come back apart', () => {
  const waits = [0, 0.5, 1].map((chance) => secondsUntilRepeat('rate_limited', 0, chance));

  expect(waits).toEqual([4, 5, 6]);
});

test('a read is asked again within the same call only when time for the answer is left', () => {
  const failure = new GoogleFailure('unavailable', 'no answer');

  expect(msUntilReadAgain(failure, 3000, 0)).toBe(200);
  expect(msUntilReadAgain(failure, 300, 0)).toBeNull();
});

test('a read that was refused is not asked again', () => {
  const failure = new GoogleFailure('missing_scope', 'refused');

  expect(msUntilReadAgain(failure, 3000, 0)).toBeNull();
});
