// A booking as its organiser sees it: with the person, and how often that person came before.
import type { Actor, AttendeeResponse, BookingState, CalendarFlag } from '../bookings/booking.ts';
import type { Colour } from '../event-types/colours.ts';
import type { Answer, Question } from '../event-types/event-type.ts';
import type { GoogleFailureCode } from '../google/google-failure.ts';

/** Holds are nobody's yet, so an organiser does not see them. */
export const shownStates = [
  'requested',
  'confirmed',
  'completed',
  'no_show',
  'cancelled',
  'expired',
] as const satisfies readonly BookingState[];

export type ShownState = (typeof shownStates)[number];

export type OwnAttendee = {
  /** Of the record; null until the address is proven. */
  id: string | null;
  name: string;
  email: string;
  phone: string | null;
  timeZone: string | null;
  newPatient: boolean | null;
  age: number | null;
  gender: string | null;
  address: string | null;
  answers: Record<string, Answer> | null;
  /** As they were when the form was sent, in its order. */
  askedQuestions: readonly Pick<Question, 'key' | 'label'>[];
  note: string | null;
  /** Appointments with this organiser that took place before this one. */
  visits: number;
};

/** Why Google has not got the booking as it stands. */
export type PublishTrouble = {
  code: GoogleFailureCode;
  /** Google's answer, short. */
  said: string;
  at: Date;
  /** Only a person can help now. */
  isGivenUp: boolean;
};

export type OwnBooking = {
  id: string;
  /** By the clock: a request whose time is over is expired, whether or not any job has said so. */
  state: ShownState;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date | null;
  createdAt: Date;
  changedBy: Actor;
  isProven: boolean;
  isClashing: boolean;
  reason: string | null;
  response: AttendeeResponse | null;
  /** Said with that answer. */
  comment: string | null;
  calendarFlag: CalendarFlag | null;
  eventLink: string | null;
  conferenceLink: string | null;
  isPublished: boolean;
  publishTrouble: PublishTrouble | null;
  bookedBy: 'attendee' | 'organiser';
  /** The organiser's own: never the attendee's to see, nor Google's. */
  organiserNote: string | null;
  /** Why the latest mail to the attendee never arrived, in the mail server's words; null: it did, or may yet. */
  mailRefusal: string | null;
  eventType: { slug: string; title: string; colour: Colour };
  /** Null after erasure. */
  attendee: OwnAttendee | null;
};

export function awaitsApproval({ state, isProven }: OwnBooking): boolean {
  return state === 'requested' && isProven;
}
