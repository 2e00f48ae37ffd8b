// The 'follow-calendar' job: reads what has changed in one calendar since the last reading, and lets the bookings
// follow. One reading at a time, over all processes; what wakes it meanwhile is seen by the next. A reading that fails
// changes nothing but what is known of the failure; one that breaks off is done again, and finds done what was done.
import { GoogleFailure } from '../../google/google-failure.ts';
import type { JobPayloads } from '../../jobs/jobs.ts';
import type { Parts } from '../../parts.ts';
import { isLeftAlone } from '../back-off.ts';
import { markSuccess } from '../mark-account.ts';
import { joinOrStartNext } from '../single-flight.ts';
import { followChanges } from './follow-changes.ts';
import { keepFailure } from './keep-failure.ts';
import { readChanges } from './read-changes.ts';
import { findFollowedCalendar, type FollowedCalendar, updateSynced } from './sync-queries.ts';

/** One that takes longer may meet another, and both come to the same; one that died with its process keeps nobody waiting. */
const mostSeconds = 60;
const pushedAgainSeconds = 4;

export async function followCalendar(
  parts: Parts,
  { calendarId, isPushed = false }: JobPayloads['follow-calendar'],
): Promise<void> {
  const run = () => follow(parts, calendarId, isPushed);
  await joinOrStartNext(parts, { name: `follow ${calendarId}`, mostSeconds, run });
}

async function follow(parts: Parts, calendarId: string, isPushed: boolean): Promise<void> {
  const calendar = await findFollowedCalendar(parts.database, calendarId);
  if (!calendar || !mayBeAsked(calendar, parts.clock())) return;
  try {
    const events = await readOnce(parts, calendar);
    if (isPushed && events === 0) await lookAgainSoon(parts, calendarId);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    await keepFailure(parts, calendar, error);
  }
}

/** An account to be connected again waits for that; one that asks too much, for the poll. */
function mayBeAsked(calendar: FollowedCalendar, now: Date): boolean {
  return calendar.account.state === 'connected' && !isLeftAlone(calendar, now);
}

/** The token is kept last: until then all of it would be read again. Gives how many events had changed. */
async function readOnce(parts: Parts, calendar: FollowedCalendar): Promise<number> {
  const { database, clock } = parts;
  const at = clock();
  const changes = await readChanges(parts, calendar);
  await followChanges(parts, calendar, changes);
  const { nextSyncToken: syncToken } = changes;
  await updateSynced(database, calendar.calendarId, { syncToken, at });
  await markSuccess(parts, calendar.account);
  return changes.events.length;
}

/** Google has been seen to push before its own lists know of the change. */
function lookAgainSoon({ jobs }: Parts, calendarId: string): Promise<void> {
  const when = { afterSeconds: pushedAgainSeconds, onlyOne: `${calendarId} again` };
  return jobs.enqueue(null, 'follow-calendar', { calendarId }, when);
}
