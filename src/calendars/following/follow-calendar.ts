// The 'follow-calendar' job: reads what has changed in one calendar since the last reading, and lets the bookings
// follow. One reading at a time, over all processes. A reading that fails changes nothing but what is known of the
// failure; one that breaks off is done again, and finds done what was done.
import { randomUUID } from 'node:crypto';
import { GoogleFailure } from '../../google/google-failure.ts';
import type { JobPayloads } from '../../jobs/jobs.ts';
import type { Parts } from '../../parts.ts';
import { markSuccess } from '../mark-account.ts';
import { followChanges } from './follow-changes.ts';
import { keepFailure } from './keep-failure.ts';
import { readChanges } from './read-changes.ts';
import {
  claimCalendar,
  findFollowedCalendar,
  type FollowedCalendar,
  releaseCalendar,
  updateSynced,
} from './sync-queries.ts';

/** How long a reader may take before another takes its place. */
const readerMs = 5 * 60_000;
const busyAgainSeconds = 2;
const pushedAgainSeconds = 4;

export async function followCalendar(
  parts: Parts,
  payload: JobPayloads['follow-calendar'],
): Promise<void> {
  const { database, clock } = parts;
  const { calendarId } = payload;
  const calendar = await findFollowedCalendar(database, calendarId);
  if (!calendar || !mayBeAsked(calendar, clock())) return;
  const now = clock();
  const reader = randomUUID();
  const until = new Date(now.getTime() + readerMs);
  if (!(await claimCalendar(database, calendarId, { reader, now, until })))
    // what woke us may be too late for the reading under way
    return comeBack(parts, payload, busyAgainSeconds);
  try {
    await follow(parts, payload, reader);
  } finally {
    await releaseCalendar(database, calendarId, reader);
  }
}

/** An account to be connected again waits for that; one that asks too much, for the poll. */
function mayBeAsked({ account, backsOffUntil }: FollowedCalendar, now: Date): boolean {
  return account.state === 'connected' && (backsOffUntil === null || backsOffUntil <= now);
}

/** The token is read only now, with the calendar to ourselves. */
async function follow(
  parts: Parts,
  payload: JobPayloads['follow-calendar'],
  reader: string,
): Promise<void> {
  const { database, clock } = parts;
  const { calendarId, isPushed = false } = payload;
  const calendar = await findFollowedCalendar(database, calendarId);
  if (!calendar) return;
  const at = clock();
  try {
    const changes = await readChanges(parts, calendar);
    await followChanges(parts, calendar, changes);
    await updateSynced(database, calendarId, { reader, syncToken: changes.nextSyncToken, at });
    await markSuccess(parts, calendar.account);
    // Google has been seen to push before its own lists know of the change
    if (isPushed && changes.events.length === 0)
      await comeBack(parts, { calendarId }, pushedAgainSeconds);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    await keepFailure(parts, calendar, error);
  }
}

/** Under a key of its own, so that a wake-up meanwhile does not have to wait as long. */
function comeBack(
  { jobs }: Parts,
  payload: JobPayloads['follow-calendar'],
  afterSeconds: number,
): Promise<void> {
  const onlyOne = `${payload.calendarId} again`;
  return jobs.enqueue(null, 'follow-calendar', payload, { afterSeconds, onlyOne });
}
