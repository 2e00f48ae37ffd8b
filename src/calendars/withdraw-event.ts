// Takes a cancelled booking's event out of Google's calendar. Under If-Match: what the organiser has made of it
// meanwhile is looked at first, and a series is not deleted for one of its days.
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { agreeOnNoEvent, type Outcome, type Target } from './agree.ts';
import { findElsewhere } from './following/find-elsewhere.ts';
import { followEvent, goAlong } from './following/follow-event.ts';
import { findFollowed } from './following/followed-event-queries.ts';
import { settleEvent } from './following/settle-event.ts';
import { accessOf } from './mark-account.ts';
import { isAnothers, type Publication } from './publication.ts';

/** An insert whose answer was lost, or an earlier run that still means to insert, may land for as long. */
const lateInsertSeconds = 60;

/** Throws GoogleFailure; `not_found` among them, which says nothing of an event that was seen there. */
export async function withdrawEvent(
  parts: Parts,
  publication: Publication,
  target: Target,
): Promise<Outcome> {
  const { agreedEtag, isKnownThere, isFlagged } = publication;
  try {
    if (agreedEtag === null || isFlagged) return await lookAndDelete(parts, publication, target);
    await deleteEvent(parts, publication, target, agreedEtag);
    return await agreeOnNoEvent(parts, publication);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    if (error.code === 'changed_meanwhile') return lookAndDelete(parts, publication, target);
    if (error.code === 'gone') return lookElsewhere(parts, publication, target);
    if (error.code === 'not_found' && !isKnownThere) return waitForLateInsert(parts, publication);
    throw error;
  }
}

function deleteEvent(
  parts: Parts,
  { eventId }: Publication,
  { account, googleCalendarId }: Target,
  etag: string | null,
): Promise<void> {
  const access = accessOf(parts, account);
  return parts.google.deleteEvent(access, googleCalendarId, { id: eventId!, etag });
}

async function lookAndDelete(
  parts: Parts,
  publication: Publication,
  target: Target,
): Promise<Outcome> {
  const { account, googleCalendarId, calendarId } = target;
  const access = accessOf(parts, account);
  const event = await parts.google.getEvent(access, googleCalendarId, publication.eventId!);
  if (isAnothers(publication, event)) return agreeOnNoEvent(parts, publication);
  if (event.status === 'cancelled') return lookElsewhere(parts, publication, target);
  const followed = await findFollowed(parts.database, publication.bookingId);
  if (followed?.calendarId !== calendarId) return 'read again';
  const settled = await followEvent(parts, followed, target, event);
  if (settled === 'flagged') return 'done';
  if (settled !== 'ours to publish') return 'read again';
  await deleteEvent(parts, publication, target, event.etag);
  return agreeOnNoEvent(parts, publication, event.updatedAt);
}

/** Deleted, or moved to another calendar: then it goes there. */
async function lookElsewhere(
  parts: Parts,
  publication: Publication,
  target: Target,
): Promise<Outcome> {
  const { bookingId, eventId, isKnownThere } = publication;
  if (!isKnownThere) return agreeOnNoEvent(parts, publication);
  const elsewhere = await findElsewhere(parts, target, { id: eventId!, bookingId });
  const followed = await findFollowed(parts.database, bookingId);
  if (elsewhere.is === 'nowhere' || !followed) return agreeOnNoEvent(parts, publication);
  if (elsewhere.is === 'out of reach') {
    await settleEvent(parts, followed, { is: 'out of reach', updatedAt: null });
    return 'done';
  }
  await goAlong(parts, followed, elsewhere.calendarId);
  return 'read again';
}

async function waitForLateInsert(parts: Parts, publication: Publication): Promise<Outcome> {
  const { bookingId, changedAt } = publication;
  const isPast = parts.clock().getTime() - changedAt.getTime() >= lateInsertSeconds * 1000;
  if (isPast) return agreeOnNoEvent(parts, publication);
  const afterSeconds = lateInsertSeconds;
  await parts.jobs.enqueue(null, 'publish-booking', { bookingId }, { afterSeconds });
  return 'done';
}
