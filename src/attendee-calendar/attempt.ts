// An attendee on the way to Google and back: what the browser keeps meanwhile, sealed. The state that travels along is
// bound to this purpose by its HMAC: it never passes for a sign-in's, nor a sign-in's for it; and as the code's proof
// is kept in the purpose's own cookie, a code that was given for the one is worthless for the other.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Seal } from '../secrets/seal.ts';
import type { Tokens } from '../secrets/tokens.ts';

export const attemptMinutes = 10;

const purpose = 'attendee-calendar';

export type Attempt = {
  id: string;
  codeVerifier: string;
  /** The address of the calendar page, ours for sure. */
  back: string;
  /** How far ahead Google is asked. */
  days: number;
  expiresAt: number;
};

export function newAttempt(wishes: Pick<Attempt, 'back' | 'days'>, now: Date): Attempt {
  return {
    ...wishes,
    id: randomUUID(),
    codeVerifier: randomBytes(48).toString('base64url'),
    expiresAt: now.getTime() + attemptMinutes * 60_000,
  };
}

export function stateOf({ id }: Pick<Attempt, 'id'>, tokens: Tokens): string {
  return tokens.create(purpose, id);
}

/** The attempt that a state belongs to; null for any other state, such as a sign-in's. */
export function attemptIdIn(state: string, tokens: Tokens): string | null {
  const id = tokens.idOf(state);
  return id !== null && tokens.matches(state, purpose, id) ? id : null;
}

export function sealAttempt(seal: Seal, attempt: Attempt): string {
  return seal.close(JSON.stringify(attempt), purpose).toString('base64url');
}

/** Null when the cookie is missing, was not made here for this, or its time is over. */
export function openAttempt(seal: Seal, cookie: string | null, now: Date): Attempt | null {
  if (!cookie) return null;
  let text: string;
  try {
    text = seal.open(Buffer.from(cookie, 'base64url'), purpose);
  } catch {
    return null; // a cookie that does not open is a cookie that is not there
  }
  const attempt = JSON.parse(text) as Attempt; // sealed: nobody but us wrote it
  return attempt.expiresAt > now.getTime() ? attempt : null;
}

/** The page to come back to: only ever one of ours, else the first. */
export function ownAddress(address: string, publicUrl: string): string {
  const url = URL.parse(address, publicUrl);
  const isOurs = url !== null && url.origin === new URL(publicUrl).origin;
  return isOurs ? url.href : `${publicUrl}/`;
}
