// How long an account is left alone after Google has asked for fewer requests. Only what nobody waits for keeps to it:
// refreshes, following, channels. What an attendee waits for is asked all the same.
import type { GoogleFailureCode } from '../google/google-failure.ts';
import { secondsUntilRepeat } from '../google/retry-policy.ts';

/** Google counts by the sliding minute. */
const shortestSeconds = 60;

export function asksForFewer(code: GoogleFailureCode): boolean {
  return code === 'rate_limited' || code === 'quota_exhausted';
}

/** The longer, the longer it has asked in a row: minutes, or hours where a whole quota is used up. */
export function backOffUntil(code: GoogleFailureCode, since: Date, now: Date): Date {
  const seconds = secondsUntilRepeat(code, now.getTime() - since.getTime()) ?? 0;
  return new Date(now.getTime() + Math.max(seconds, shortestSeconds) * 1000);
}

export function isLeftAlone(account: { backsOffUntil: Date | null }, now: Date): boolean {
  return account.backsOffUntil !== null && account.backsOffUntil > now;
}
