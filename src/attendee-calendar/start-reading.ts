// The way to Google: what the browser keeps meanwhile, and the address to send it to.
import { codeChallenge } from '../organisers/sign-in-attempt.ts';
import type { Parts } from '../parts.ts';
import { newAttempt, ownAddress, sealAttempt, stateOf } from './attempt.ts';

export function startReading(
  { google, seal, tokens, clock, config }: Parts,
  { back, days }: { back: string; days: number },
): { url: string; cookie: string } {
  const attempt = newAttempt({ back: ownAddress(back, config.publicUrl), days }, clock());
  const url = google.attendeeAuthorizationUrl({
    state: stateOf(attempt, tokens),
    codeChallenge: codeChallenge(attempt),
  });
  return { url, cookie: sealAttempt(seal, attempt) };
}
