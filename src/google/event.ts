// Google's event → our words, checked at the door.
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { malformedReply } from './failures.ts';
import type { CalendarEvent, EventGuest } from './google.ts';
import { instantOf } from './instants.ts';

type RawEvent = calendar_v3.Schema$Event;

export function readEvent(raw: RawEvent): CalendarEvent {
  if (typeof raw?.id !== 'string') throw malformedReply('event');
  return {
    id: raw.id,
    etag: etagOf(raw),
    iCalUid: raw.iCalUID ?? null,
    status: statusOf(raw),
    title: raw.summary ?? null,
    startsAt: instantOf(raw.start?.dateTime),
    endsAt: instantOf(raw.end?.dateTime),
    isRecurring: Boolean(raw.recurrence ?? raw.recurringEventId),
    isTransparent: raw.transparency === 'transparent',
    guests: (raw.attendees ?? []).map(readGuest),
    ...readOurs(raw),
    link: raw.htmlLink ?? null,
    ...readConference(raw),
    updatedAt: instantOf(raw.updated),
  };
}

/** Of a deleted event sometimes only id and status are told. */
function etagOf({ etag, status }: RawEvent): string {
  if (etag) return etag;
  if (status === 'cancelled') return '';
  throw malformedReply('etag of an event');
}

function statusOf({ status }: RawEvent): CalendarEvent['status'] {
  if (status === 'confirmed' || status === 'tentative' || status === 'cancelled') return status;
  throw malformedReply('status of an event');
}

function readOurs(raw: RawEvent): Pick<CalendarEvent, 'bookingId' | 'revision'> {
  const ours = raw.extendedProperties?.private;
  const revision = ours?.['revision'];
  return { bookingId: ours?.['bookingId'] ?? null, revision: revision ? Number(revision) : null };
}

function readConference(raw: RawEvent) {
  return {
    conferenceLink: raw.hangoutLink ?? null,
    isConferencePending: raw.conferenceData?.createRequest?.status?.statusCode === 'pending',
  };
}

function readGuest(raw: calendar_v3.Schema$EventAttendee): EventGuest {
  return {
    email: raw.email ?? '',
    response: responseOf(raw.responseStatus),
    ...(raw.displayName ? { name: raw.displayName } : {}),
    ...(raw.comment ? { comment: raw.comment } : {}),
    ...(raw.organizer ? { isOrganizer: true } : {}),
  };
}

function responseOf(status: string | null | undefined): EventGuest['response'] {
  return status === 'accepted' || status === 'tentative' || status === 'declined'
    ? status
    : 'needsAction';
}
