import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  bringsState,
  codeChallenge,
  newAttempt,
  openAttempt,
  sealAttempt,
} from '../../src/organisers/sign-in-attempt.ts';
import { createSeal } from '../../src/secrets/seal.ts';

const seal = createSeal(Buffer.alloc(32, 1));
const now = new Date('2026-11-23T08:00:00Z');
const attempt = newAttempt({ asksConsent: false, connectTo: null }, now);

test('what the browser keeps comes back as it was', () => {
  expect(openAttempt(seal, sealAttempt(seal, attempt), now)).toEqual(attempt);
});

test('after ten minutes a sign-in has to begin again', () => {
  const cookie = sealAttempt(seal, attempt);

  expect(openAttempt(seal, cookie, new Date('2026-11-23T08:09:59Z'))).toEqual(attempt);
  expect(openAttempt(seal, cookie, new Date('2026-11-23T08:10:00Z'))).toBeNull();
});

test.each([undefined, '', 'nonsense', `${sealAttempt(seal, attempt).slice(0, -4)}AAAA`])(
  'a cookie that was not made here is no sign-in (%#)',
  (cookie) => {
    expect(openAttempt(seal, cookie, now)).toBeNull();
  },
);

test('a cookie sealed by another service does not open', () => {
  const foreign = sealAttempt(createSeal(Buffer.alloc(32, 2)), attempt);

  expect(openAttempt(seal, foreign, now)).toBeNull();
});

test('only the same state is brought back', () => {
  expect(bringsState(attempt, attempt.state)).toBe(true);
  expect(bringsState(attempt, `${attempt.state.slice(0, -1)}?`)).toBe(false);
  expect(bringsState(attempt, '')).toBe(false);
});

test('the challenge is the verifier’s SHA-256', () => {
  const digest = createHash('sha256').update(attempt.codeVerifier).digest('base64url');

  expect(codeChallenge(attempt)).toBe(digest);
  expect(attempt.codeVerifier).toMatch(/^[\w-]{43,128}$/);
});
