// A booking as publishing sees it: as it stands, where its calendar event is or is to be, and what was agreed last.
import type { BookingState } from '../bookings/booking.ts';
import type { Place } from '../event-types/event-type.ts';
import type { CalendarEvent } from '../google/google.ts';
import type { Account } from './calendar.ts';

export type Publication = {
  bookingId: string;
  organiserId: string;
  organiserName: string;
  /** Both sides read the event; it stands in the organiser's calendar, so it is in the organiser's language. */
  locale: string;
  timeZone: string;
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  revision: number;
  manageGeneration: number;
  attendee: { name: string; email: string } | null;
  eventTypeTitle: string;
  place: Place;
  /** The id that the event has or was about to get. */
  eventId: string | null;
  /** The revision that Google has, for all we know. */
  agreedRevision: number | null;
  /** Of the event as both sides know it. */
  agreedEtag: string | null;
  /** It has become something that the booking does not follow, perhaps a series. */
  isFlagged: boolean;
  /** Google has shown us the event in this calendar. */
  isKnownThere: boolean;
  conferenceLink: string | null;
  /** Null: the organiser has no calendar for bookings. */
  target: { calendarId: string; googleCalendarId: string; account: Account } | null;
};

export function belongsInCalendar({ state }: Pick<Publication, 'state'>): boolean {
  return state === 'confirmed' || state === 'completed' || state === 'no_show';
}

/** Google's ids are of a–v and 0–9, and an id once deleted stays taken: each further attempt gets its own. */
export function eventIdOf(bookingId: string, taken: string | null = null): string {
  const first = bookingId.replaceAll('-', '').toLowerCase();
  if (taken === null) return first;
  const attempt = Number(taken.slice(first.length + 1)) || 1;
  return `${first}r${attempt + 1}`;
}

/** The id belongs to something else. What was seen there before is ours, whatever has become of its properties. */
export function isAnothers(
  { bookingId, isKnownThere }: Pick<Publication, 'bookingId' | 'isKnownThere'>,
  event: Pick<CalendarEvent, 'bookingId'>,
): boolean {
  return event.bookingId !== bookingId && !(isKnownThere && event.bookingId === null);
}

export function isAgreed({ agreedRevision, revision }: Publication): boolean {
  return agreedRevision === revision;
}

/** Whether Google has nothing to be told or asked. */
export function isSettled(publication: Publication): boolean {
  if (isAgreed(publication)) return !awaitsConference(publication);
  return !belongsInCalendar(publication) && publication.eventId === null;
}

/** Google may take a while over a Meet link. */
export function awaitsConference(
  publication: Pick<Publication, 'state' | 'place' | 'conferenceLink'>,
): boolean {
  const isMeet = publication.place.kind === 'meet';
  return isMeet && belongsInCalendar(publication) && publication.conferenceLink === null;
}
