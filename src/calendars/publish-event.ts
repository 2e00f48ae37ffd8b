// Puts a booking's event into Google's calendar, or brings the one there up to date.
import { GoogleFailure, type GoogleFailureCode } from '../google/google-failure.ts';
import type { CalendarEvent, GoogleAccess } from '../google/google.ts';
import type { Parts } from '../parts.ts';
import { agreeOnEvent, reserveEventId, type Outcome, type Target } from './agree.ts';
import { draftEvent } from './event-draft.ts';
import { accessOf } from './mark-account.ts';
import { eventIdOf, type Publication } from './publication.ts';
import { decide } from './publish-decision.ts';

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
  return publication.isKnownThere ? compare(work, eventId) : insert(work, eventId);
}

/** The same id each time: a repeat after a lost answer meets the first attempt's event. */
async function insert(work: Work, eventId: string): Promise<Outcome> {
  const { parts, publication, target, access } = work;
  try {
    const draft = draftOf(parts, publication, eventId);
    const event = await parts.google.insertEvent(access, target.googleCalendarId, draft);
    return await agreeOnEvent(parts, publication, event, { isOurWrite: true });
  } catch (error) {
    if (isRefusal(error, ['duplicate'])) return compare(work, eventId);
    throw error;
  }
}

function draftOf(parts: Parts, publication: Publication, eventId: string) {
  const { bookingId, manageGeneration, attendee } = publication;
  if (!attendee) throw new Error('a confirmed booking without an attendee');
  const token = parts.tokens.create('manage', bookingId, manageGeneration);
  const manageUrl = `${parts.config.publicUrl}/bookings/${token}`;
  return draftEvent(publication, { id: eventId, guest: attendee, manageUrl });
}

async function compare(work: Work, eventId: string): Promise<Outcome> {
  const { parts, publication, target, access } = work;
  const event = await parts.google.getEvent(access, target.googleCalendarId, eventId);
  switch (decide(publication, event)) {
    case 'nothing':
      return agreeOnEvent(parts, publication, event, { isOurWrite: false });
    case 'patch':
      return bringUpToDate(work, event);
    case 'restore':
      return restore(work, event);
    case 'fresh id':
      return takeFreshId(work);
    case 'read again':
      return 'read again';
  }
}

/** Only the times: title, text and guests may have been edited by the organiser. */
async function bringUpToDate(
  { parts, publication, target, access }: Work,
  event: CalendarEvent,
  status?: 'confirmed',
): Promise<Outcome> {
  const { startsAt, endsAt, timeZone, revision } = publication;
  const change = { times: { startsAt, endsAt, timeZone }, revision, ...(status ? { status } : {}) };
  const patched = await parts.google.patchEvent(access, target.googleCalendarId, event, change);
  return agreeOnEvent(parts, publication, patched, { isOurWrite: true });
}

/**
 * Google has been seen to refuse changes to a deleted event, whose id stays taken all the same.
 * What was agreed is forgotten first: a cancellation that comes meanwhile then waits until this has landed.
 */
async function restore(work: Work, event: CalendarEvent): Promise<Outcome> {
  const { parts, publication, target } = work;
  if (publication.isKnownThere) return reserveEventId(parts, publication, target, event.id);
  try {
    return await bringUpToDate(work, event, 'confirmed');
  } catch (error) {
    if (isRefusal(error, ['not_organizer', 'not_found', 'gone', 'invalid'])) {
      return takeFreshId(work);
    }
    throw error;
  }
}

function takeFreshId({ parts, publication, target }: Work): Promise<Outcome> {
  const { bookingId, eventId } = publication;
  return reserveEventId(parts, publication, target, eventIdOf(bookingId, eventId));
}

function isRefusal(error: unknown, codes: GoogleFailureCode[]): boolean {
  return error instanceof GoogleFailure && codes.includes(error.code);
}
