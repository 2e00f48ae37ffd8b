// A booking is one row for its whole life. The union says which facts each state is sure to have.
import type { Answer } from '../event-types/event-type.ts';

export type BookingState =
  | 'held'
  | 'requested'
  | 'confirmed'
  | 'completed'
  | 'no_show'
  | 'cancelled'
  | 'expired';

export type Actor = 'attendee' | 'organiser' | 'google' | 'system';
/** What a booking's history tells beside the changes of the booking itself. */
export type Deed = 'note_changed' | 'time_kept';
export type AttendeeResponse = 'needsAction' | 'accepted' | 'tentative' | 'declined';

/** What became of the calendar event that a booking cannot follow: the organiser is to look. */
export type CalendarFlag = 'all_day' | 'recurring' | 'moved_away' | 'restored' | 'guest_removed';

/** What the form says of the person. Never in Google's event: all but name and email. */
export type AttendeeForm = {
  name: string;
  email: string;
  phone: string | null;
  timeZone: string;
  locale: string;
  newPatient: boolean | null;
  age: number | null;
  gender: string | null;
  address: string | null;
  answers: Record<string, Answer>;
  note: string | null;
};

type Core = {
  id: string;
  organiserId: string;
  eventTypeId: string;
  startsAt: Date;
  endsAt: Date;
  /** With the buffers that its event type had when the time was taken. */
  blocked: { from: Date; to: Date };
  createdAt: Date;
  /** By the form, or by the organiser on the attendee's behalf. */
  bookedBy: 'attendee' | 'organiser';
  changedAt: Date;
  changedBy: Actor;
  reason: string | null;
  manageGeneration: number;
  revision: number;
  clashing: boolean;
};

/** What Google has of it, once it has. */
export type PublishedEvent = {
  calendarId: string | null;
  googleEventId: string | null;
  iCalUid: string | null;
  eventLink: string | null;
  conferenceLink: string | null;
  agreedEtag: string | null;
  agreedRevision: number | null;
  calendarFlag: CalendarFlag | null;
};

export type Held = Core & { state: 'held'; expiresAt: Date };

export type Requested = Core & {
  state: 'requested';
  expiresAt: Date;
  requestedAt: Date;
  /** Set while the organiser's approval is awaited. */
  provenAt: Date | null;
  attendee: AttendeeForm;
};

export type Confirmed = Settled & { state: 'confirmed'; attendee: AttendeeForm };

/** `attendee`: null after its erasure. */
export type Past = Settled & { state: 'completed' | 'no_show'; attendee: AttendeeForm | null };

type Settled = Core & {
  confirmedAt: Date;
  attendeeId: string | null;
  attendeeResponse: AttendeeResponse | null;
  /** Said with the answer to the invitation. */
  attendeeComment: string | null;
  event: PublishedEvent;
};

export type Ended = Core & {
  state: 'cancelled' | 'expired';
  requestedAt: Date | null;
  provenAt: Date | null;
  confirmedAt: Date | null;
  /** Null for a hold that ended before its form came in, and after its erasure. */
  attendee: AttendeeForm | null;
  event: PublishedEvent;
};

export type Booking = Held | Requested | Confirmed | Past | Ended;

/** Holds and unproven requests live minutes; a request that awaits approval lives until min(start, 48 hours). */
export const holdMinutes = 10;
export const requestMinutes = 30;
export const approvalHours = 48;
