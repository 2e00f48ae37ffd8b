// A calendar event as Google gives it back; a test names what matters to its case.
import type { CalendarEvent } from '../../src/google/google.ts';

export function calendarEvent(change: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: 'event',
    etag: '"1"',
    iCalUid: null,
    status: 'confirmed',
    title: null,
    startsAt: null,
    endsAt: null,
    isRecurring: false,
    isTransparent: false,
    guests: [],
    bookingId: null,
    revision: null,
    link: null,
    conferenceLink: null,
    isConferencePending: false,
    updatedAt: null,
    ...change,
  };
}
