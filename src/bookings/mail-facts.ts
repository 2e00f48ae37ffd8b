// All that a mail about a booking may draw on.
import type { EventType } from '../event-types/event-type.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { SlotTimes } from '../problem.ts';
import type { AttendeeForm, Booking, CalendarFlag } from './booking.ts';

export type Audience = 'attendee' | 'organiser';

export type MailFacts = {
  booking: Booking;
  attendee: AttendeeForm;
  organiser: Organiser;
  eventType: EventType;
  /** Where the reader knew the booking to be before it moved. */
  previous: SlotTimes | null;
  links: { manage: string; confirm: string; book: string; dashboard: string; undo: string };
  conferenceLink: string | null;
  calendarFlag: CalendarFlag | null;
  /** Google's invitation is not out yet. */
  invitationFollows: boolean;
};
