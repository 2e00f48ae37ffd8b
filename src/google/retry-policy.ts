// The one policy for asking Google again: what may be repeated, and after how long.
// It keeps no count of attempts: the longer a thing has been failing, the longer the wait.
import type { GoogleFailure, GoogleFailureCode } from './google-failure.ts';

type Wait = { shortestSeconds: number; longestSeconds: number };

// What is not listed is never repeated: another attempt would be refused like the first.
const waits: Partial<Record<GoogleFailureCode, Wait>> = {
  unavailable: { shortestSeconds: 1, longestSeconds: 900 },
  rate_limited: { shortestSeconds: 4, longestSeconds: 900 },
  quota_exhausted: { shortestSeconds: 3600, longestSeconds: 4 * 3600 },
  not_found: { shortestSeconds: 60, longestSeconds: 3600 },
  misconfigured: { shortestSeconds: 300, longestSeconds: 3600 },
};

const repeatedReadMs = 200;

/** Seconds until a job asks again, or null for never. `failingForMs`: since when it should have succeeded. */
export function secondsUntilRepeat(
  code: GoogleFailureCode,
  failingForMs: number,
  chance: number = Math.random(),
): number | null {
  const wait = waits[code];
  if (!wait) return null;
  const seconds = failingForMs / 2000;
  const bounded = Math.min(Math.max(seconds, wait.shortestSeconds), wait.longestSeconds);
  return jittered(bounded, chance);
}

/** Milliseconds until a harmless read is asked once more within the same call, or null when it is not. */
export function msUntilReadAgain(
  failure: GoogleFailure,
  leftMs: number,
  chance: number = Math.random(),
): number | null {
  if (failure.code !== 'unavailable' && failure.code !== 'rate_limited') return null;
  const wait = jittered(repeatedReadMs, chance);
  return wait < leftMs / 2 ? wait : null;
}

/** From as long to half as long again, so that those who failed together do not come back together. */
function jittered(length: number, chance: number): number {
  return Math.round(length * (1 + chance / 2));
}
