// A person as the organiser's records know them: one record per person, under the address that stays.
import type { Actor, AttendeeResponse, BookingState, Deed } from '../bookings/booking.ts';
import type { Answer } from '../event-types/event-type.ts';

export type Attendee = {
  id: string;
  name: string;
  email: string;
  /** Of records that were merged into this one: a booking by one of them is still this person's. */
  formerAddresses: string[];
  phone: string | null;
  /** The organiser's own; the attendee never sees it. */
  note: string | null;
  createdAt: Date;
  /** Appointments that took place. */
  visits: number;
  noShows: number;
  firstVisitAt: Date | null;
  lastVisitAt: Date | null;
  nextBookingAt: Date | null;
};

/** All that a form said, and what became of it. */
export type AttendeeBooking = {
  id: string;
  /** By the clock: a request whose time is over is expired. */
  state: Exclude<BookingState, 'held'>;
  startsAt: Date;
  endsAt: Date;
  eventType: string;
  requestedAt: Date;
  confirmedAt: Date | null;
  isUpcoming: boolean;
  reason: string | null;
  name: string;
  email: string;
  phone: string | null;
  timeZone: string | null;
  locale: string | null;
  newPatient: boolean | null;
  age: number | null;
  gender: string | null;
  address: string | null;
  answers: Record<string, Answer> | null;
  note: string | null;
  /** The organiser's own, of this booking. */
  organiserNote: string | null;
  bookedBy: 'attendee' | 'organiser';
  response: AttendeeResponse | null;
  comment: string | null;
};

export type AttendeeChange = {
  bookingId: string;
  at: Date;
  actor: Actor;
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  reason: string | null;
  /** Of a note only that it was changed. */
  deed: Deed | null;
};

export type AttendeeMail = {
  bookingId: string;
  message: string;
  sentAt: Date;
  refusal: string | null;
};
