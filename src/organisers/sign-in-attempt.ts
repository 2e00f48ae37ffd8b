// A sign-in that has begun: what the browser keeps, sealed, until Google sends it back. Whoever returns must bring
// the same state, in the same browser, within ten minutes.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Seal } from '../secrets/seal.ts';

export const attemptMinutes = 10;

const owner = 'sign-in';

export type SignInAttempt = {
  state: string;
  codeVerifier: string;
  /** The consent page was asked for, so a refresh token must come. */
  asksConsent: boolean;
  /** The signed-in organiser who connects one more account; null for a plain sign-in. */
  connectTo: string | null;
  expiresAt: number;
};

export function newAttempt(
  choices: Pick<SignInAttempt, 'asksConsent' | 'connectTo'>,
  now: Date,
): SignInAttempt {
  return {
    ...choices,
    state: randomBytes(32).toString('base64url'),
    codeVerifier: randomBytes(48).toString('base64url'),
    expiresAt: now.getTime() + attemptMinutes * 60_000,
  };
}

/** PKCE, S256. */
export function codeChallenge({ codeVerifier }: Pick<SignInAttempt, 'codeVerifier'>): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}

export function sealAttempt(seal: Seal, attempt: SignInAttempt): string {
  return seal.close(JSON.stringify(attempt), owner).toString('base64url');
}

/** Null when the cookie is missing, was not made here, or its time is over. */
export function openAttempt(
  seal: Seal,
  cookie: string | undefined,
  now: Date,
): SignInAttempt | null {
  if (!cookie) return null;
  let text: string;
  try {
    text = seal.open(Buffer.from(cookie, 'base64url'), owner);
  } catch {
    return null; // a cookie that does not open is a cookie that is not there
  }
  const attempt = JSON.parse(text) as SignInAttempt; // sealed: nobody but us wrote it
  return attempt.expiresAt > now.getTime() ? attempt : null;
}

/** In constant time. */
export function bringsState(attempt: SignInAttempt, state: string): boolean {
  const [ours, theirs] = [Buffer.from(attempt.state), Buffer.from(state)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
