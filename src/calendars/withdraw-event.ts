// Takes a cancelled booking's event out of Google's calendar.
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { agreeOnNoEvent, type Outcome, type Target } from './agree.ts';
import { accessOf } from './mark-account.ts';
import type { Publication } from './publication.ts';

/** An insert whose answer was lost may still land for as long. */
const lateInsertMs = 60_000;

/** Throws GoogleFailure; `not_found` among them, which says nothing of an event that was seen there. */
export async function withdrawEvent(
  parts: Parts,
  publication: Publication,
  target: Target,
): Promise<Outcome> {
  const access = accessOf(parts, target.account);
  try {
    await parts.google.deleteEvent(access, target.googleCalendarId, publication.eventId!);
  } catch (error) {
    if (!wasNeverThere(parts, publication, error)) throw error;
  }
  return agreeOnNoEvent(parts, publication);
}

function wasNeverThere(parts: Parts, publication: Publication, error: unknown): boolean {
  const isNotFound = error instanceof GoogleFailure && error.code === 'not_found';
  const sinceMs = parts.clock().getTime() - publication.changedAt.getTime();
  return isNotFound && !publication.isKnownThere && sinceMs >= lateInsertMs;
}
