// Puts a booking's event into Google's calendar, or brings the one there up to date.
import { GoogleFailure } from '../google/google-failure.ts';
import type { CalendarEvent, GoogleAccess } from '../google/google.ts';
import { inLanguage } from '../languages/current-language.ts';
import { languageOf } from '../languages/language.ts';
import type { Parts } from '../parts.ts';
import { agreeOnEvent, reserveEventId, type Outcome, type Target } from './agree.ts';
import { draftEvent } from './event-draft.ts';
import { followEvent } from './following/follow-event.ts';
import { findFollowed } from './following/followed-event-queries.ts';
import { accessOf } from './mark-account.ts';
import { eventIdOf, isAnothers, type Publication } from './publication.ts';

type Work = { parts: Parts; publication: Publication; target: Target; access: GoogleAccess };

/** Throws GoogleFailure. */
export async function publishEvent(
  parts: Parts,
  publication: Publication,
  target: Target,
): Promise<Outcome> {
  const { bookingId, eventId } = publication;
  if (eventId === null) return reserveEventId(parts, publication, target, eventIdOf(bookingId));
  const work = { parts, publication, target, access: accessOf(parts, target.account) };
  return publication.isKnownThere ? look(work, eventId) : insert(work, eventId);
}

/** The same id each time: a repeat after a lost answer meets the first attempt's event. */
async function insert(work: Work, eventId: string): Promise<Outcome> {
  const { parts, publication, target, access } = work;
  try {
    const draft = draftOf(parts, publication, eventId);
    const event = await parts.google.insertEvent(access, target.googleCalendarId, draft);
    return await agreeOnEvent(parts, publication, event);
  } catch (error) {
    if (isDuplicate(error)) return look(work, eventId);
    throw error;
  }
}

function draftOf(parts: Parts, publication: Publication, eventId: string) {
  const { bookingId, manageGeneration, attendee } = publication;
  if (!attendee) throw new Error('a confirmed booking without an attendee');
  const token = parts.tokens.create('manage', bookingId, manageGeneration);
  const manageUrl = `${parts.config.publicUrl}/bookings/${token}`;
  const event = { id: eventId, guest: attendee, manageUrl };
  return inLanguage(languageOf(publication.locale), () => draftEvent(publication, event));
}

/** Others may have changed the event since: what is to be told is decided by all three, as when following. */
async function look(work: Work, eventId: string): Promise<Outcome> {
  const { parts, publication, target, access } = work;
  const event = await parts.google.getEvent(access, target.googleCalendarId, eventId);
  if (isAnothers(publication, event)) return takeFreshId(work);
  const followed = await findFollowed(parts.database, publication.bookingId);
  if (followed?.calendarId !== target.calendarId) return 'read again';
  const settled = await followEvent(parts, followed, target, event);
  if (settled === 'flagged') return 'done';
  const isOursToPatch = settled === 'ours to publish' && event.status !== 'cancelled';
  return isOursToPatch ? bringUpToDate(work, event) : 'read again';
}

/** Only the times: title, text and guests may have been edited by the organiser. */
async function bringUpToDate(
  { parts, publication, target, access }: Work,
  event: CalendarEvent,
): Promise<Outcome> {
  const { startsAt, endsAt, timeZone, revision } = publication;
  const change = { times: { startsAt, endsAt, timeZone }, revision };
  const patched = await parts.google.patchEvent(access, target.googleCalendarId, event, change);
  return agreeOnEvent(parts, publication, patched);
}

function takeFreshId({ parts, publication, target }: Work): Promise<Outcome> {
  const { bookingId, eventId } = publication;
  return reserveEventId(parts, publication, target, eventIdOf(bookingId, eventId));
}

function isDuplicate(error: unknown): boolean {
  return error instanceof GoogleFailure && error.code === 'duplicate';
}
