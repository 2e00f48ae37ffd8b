import { expect, test } from '@jest/globals';
import {
  attemptIdIn,
  newAttempt,
  openAttempt,
  ownAddress,
  sealAttempt,
  stateOf,
} from '../../src/attendee-calendar/attempt.ts';
import {
  newAttempt as newSignIn,
  openAttempt as openSignIn,
  sealAttempt as sealSignIn,
} from '../../src/organisers/sign-in-attempt.ts';
import { createSeal } from '../../src/secrets/seal.ts';
import { createTokens } from '../../src/secrets/tokens.ts';

const seal = createSeal(Buffer.alloc(32, 1));
const tokens = createTokens(Buffer.alloc(32, 1));
const now = new Date('2026-11-23T08:00:00Z');
const attempt = newAttempt({ back: 'http://localhost:3000/mira/30min', days: 60 }, now);
const signIn = newSignIn({ asksConsent: false, connectTo: null }, now);

test('what the browser keeps comes back as it was, for ten minutes', () => {
  const cookie = sealAttempt(seal, attempt);

  expect(openAttempt(seal, cookie, new Date('2026-11-23T08:09:59Z'))).toEqual(attempt);
  expect(openAttempt(seal, cookie, new Date('2026-11-23T08:10:00Z'))).toBeNull();
});

test('what was sealed for a sign-in does not open here, nor the other way round', () => {
  expect(openAttempt(seal, sealSignIn(seal, signIn), now)).toBeNull();
  expect(openSignIn(seal, sealAttempt(seal, attempt), now)).toBeNull();
});

test('a state belongs to its attempt, and to this purpose alone', () => {
  expect(attemptIdIn(stateOf(attempt, tokens), tokens)).toBe(attempt.id);
  expect(attemptIdIn(signIn.state, tokens)).toBeNull();
  expect(attemptIdIn(tokens.create('confirm', attempt.id), tokens)).toBeNull();
  expect(attemptIdIn('', tokens)).toBeNull();
});

test.each([
  ['/mira/30min?date=2026-11-24', 'https://book.example.com/mira/30min?date=2026-11-24'],
  ['https://book.example.com/mira', 'https://book.example.com/mira'],
  ['https://book.example.com.stranger.example.org/', 'https://book.example.com/'],
  ['//stranger.example.org', 'https://book.example.com/'],
  [
    'https://book.example.com//stranger.example.org',
    'https://book.example.com//stranger.example.org',
  ],
  ['http://book.example.com/mira', 'https://book.example.com/'],
  ['https://[', 'https://book.example.com/'],
])('the way back from Google to %s is %s', (asked, address) => {
  expect(ownAddress(asked, 'https://book.example.com')).toBe(address);
});
