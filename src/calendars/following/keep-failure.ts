// A reading that came to nothing: kept where the organiser sees it, and tried again when that can help.
import type { GoogleFailure, GoogleFailureCode } from '../../google/google-failure.ts';
import { secondsUntilRepeat } from '../../google/retry-policy.ts';
import type { Parts } from '../../parts.ts';
import { asksForFewer } from '../back-off.ts';
import { markFailure } from '../mark-account.ts';
import { type FollowedCalendar, updateSyncFailed } from './sync-queries.ts';

export async function keepFailure(
  parts: Parts,
  { calendarId, account, failingSince }: FollowedCalendar,
  failure: GoogleFailure,
): Promise<void> {
  const { database, clock, jobs } = parts;
  const now = clock();
  await markFailure(parts, account, failure);
  await updateSyncFailed(database, calendarId, wordsOf(failure.code), now);
  const failingForMs = now.getTime() - (failingSince ?? now).getTime();
  const afterSeconds = secondsUntilRepeat(failure.code, failingForMs);
  if (afterSeconds === null) return;
  // while the account is left alone, the poll comes back to it
  if (asksForFewer(failure.code)) return;
  const onlyOne = `${calendarId} again`;
  await jobs.enqueue(null, 'follow-calendar', { calendarId }, { afterSeconds, onlyOne });
}

const words: Record<GoogleFailureCode, string> = {
  needs_reconnect: 'Google does not let us in any more; the account must be connected again.',
  missing_scope: 'Google does not let us see this any more; the account must be connected again.',
  misconfigured: 'Google refuses this installation’s own credentials.',
  rate_limited: 'Google asks for fewer requests; we wait a while.',
  quota_exhausted: 'Google’s quota is used up; we try again in some hours.',
  not_found: 'Google does not show this calendar any more: it was deleted, or is not shared now.',
  duplicate: 'Google gave an answer that makes no sense.',
  gone: 'Google says that this calendar was deleted.',
  full_sync_required: 'Google wants this calendar read from the start, and then does not let us.',
  changed_meanwhile: 'This kept changing while we looked at it.',
  not_organizer: 'Google does not let this account change the event.',
  invalid: 'Google did not understand our question.',
  unavailable: 'Google did not answer.',
};

function wordsOf(code: GoogleFailureCode): string {
  return words[code];
}
