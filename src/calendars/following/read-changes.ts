// What has changed in a calendar since its sync token; all of it, when there is none or Google does not honour it.
import { GoogleFailure, type GoogleFailureCode } from '../../google/google-failure.ts';
import type { CalendarChanges } from '../../google/google.ts';
import type { Parts } from '../../parts.ts';
import { accessOf } from '../mark-account.ts';
import type { FollowedCalendar } from './sync-queries.ts';

export type Changes = CalendarChanges & {
  /** Everything from about now on: what is absent from it is not there any more, or lies before. */
  isFull: boolean;
};

/** Also what Google does not understand: a token that was made with other parameters, by an earlier version of ours. */
const endsToken: ReadonlySet<GoogleFailureCode> = new Set([
  'full_sync_required',
  'gone',
  'invalid',
]);

const pageTimeoutMs = 10_000;
const dayMs = 24 * 60 * 60_000;

/** Throws GoogleFailure. */
export async function readChanges(parts: Parts, calendar: FollowedCalendar): Promise<Changes> {
  const { syncToken } = calendar;
  if (syncToken === null) return readAll(parts, calendar);
  try {
    return { ...(await ask(parts, calendar, { syncToken })), isFull: false };
  } catch (error) {
    if (error instanceof GoogleFailure && endsToken.has(error.code))
      return readAll(parts, calendar);
    throw error;
  }
}

async function readAll(parts: Parts, calendar: FollowedCalendar): Promise<Changes> {
  const timeMin = new Date(parts.clock().getTime() - dayMs);
  return { ...(await ask(parts, calendar, { syncToken: null, timeMin })), isFull: true };
}

function ask(
  parts: Parts,
  { account, googleCalendarId }: FollowedCalendar,
  since: { syncToken: string | null; timeMin?: Date },
): Promise<CalendarChanges> {
  const access = accessOf(parts, account);
  const request = { ...since, timeoutMs: pageTimeoutMs };
  return parts.google.listChanges(access, googleCalendarId, request);
}
