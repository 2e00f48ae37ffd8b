// Takes a cancelled booking's event out of Google's calendar.
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { agreeOnNoEvent, type Outcome, type Target } from './agree.ts';
import { accessOf } from './mark-account.ts';
import type { Publication } from './publication.ts';

/** An insert whose answer was lost, or an earlier run that still means to insert, may land for as long. */
const lateInsertSeconds = 60;

/** Throws GoogleFailure; `not_found` among them, which says nothing of an event that was seen there. */
export async function withdrawEvent(
  parts: Parts,
  publication: Publication,
  target: Target,
): Promise<Outcome> {
  const found = await deleteEvent(parts, publication, target);
  if (publication.isKnownThere && found instanceof GoogleFailure) throw found;
  if (publication.isKnownThere || !mayStillCome(parts, publication)) {
    return agreeOnNoEvent(parts, publication);
  }
  const { bookingId } = publication;
  const afterSeconds = lateInsertSeconds;
  await parts.jobs.enqueue(null, 'publish-booking', { bookingId }, { afterSeconds });
  return 'done';
}

/** Gives back the failure when Google has never seen the event. */
async function deleteEvent(
  parts: Parts,
  { eventId }: Publication,
  { account, googleCalendarId }: Target,
): Promise<GoogleFailure | null> {
  try {
    await parts.google.deleteEvent(accessOf(parts, account), googleCalendarId, eventId!);
    return null;
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    if (error.code === 'gone') return null;
    if (error.code === 'not_found') return error;
    throw error;
  }
}

function mayStillCome(parts: Parts, { changedAt }: Publication): boolean {
  return parts.clock().getTime() - changedAt.getTime() < lateInsertSeconds * 1000;
}
