// What can be booked.
import type { Colour } from './colours.ts';

export type Confirmation = 'email' | 'instant' | 'approval';

/** What follows when the attendee declines Google's invitation. */
export type OnDecline = 'keep' | 'cancel';

export type Call =
  /** The attendee's number is asked. */
  | { kind: 'phone'; whoCalls: 'organiser' }
  /** The organiser's number is given. */
  | { kind: 'phone'; whoCalls: 'attendee'; number: string };

export type Place =
  | { kind: 'none' }
  | { kind: 'in_person'; address: string }
  | Call
  | { kind: 'meet' }
  | { kind: 'link'; url: string };

export type Asked = 'required' | 'optional' | 'off';

/** Which of the form's fields an attendee sees. Name and e-mail address are always asked. */
export type Asks = {
  phone: Asked;
  age: Asked;
  gender: Asked;
  address: Asked;
  newPatient: Asked;
};

export type Question = { key: string; label: string; isRequired: boolean } & (
  | { kind: 'short' | 'long' | 'yes_no' }
  | { kind: 'choice' | 'several'; options: string[] }
);

/** To one question: words, one of its options, several of them, or yes and no. */
export type Answer = string | string[] | boolean;

/** On the organiser's public page; by its own link only; by a secret link only. */
export type Visibility = 'public' | 'unlisted' | 'secret';

export type EventType = {
  id: string;
  organiserId: string;
  /** Rises in the order in which they are listed. */
  position: number;
  slug: string;
  title: string;
  description: string;
  /** Chosen where nobody says otherwise, and all that there is where there are no others. */
  durationMinutes: number;
  /** Sorted, without the one above. */
  otherDurations: number[];
  slotStepMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes: number;
  horizonDays: number;
  /** Bookings that may start on one of the organiser's dates; null: any number. */
  dailyCap: number | null;
  confirmation: Confirmation;
  onDecline: OnDecline;
  place: Place;
  asks: Asks;
  questions: Question[];
  colour: Colour;
  visibility: Visibility;
  /** Closed for the time being: on no page, and not to be booked by any link. */
  isHidden: boolean;
  /** The id of the schedule by which it can be booked; null: the organiser's default one. */
  schedule: string | null;
  /** Where its bookings are written; null: to the organiser's calendar for bookings. */
  bookingCalendarId: string | null;
};

export const defaultAsks: Asks = {
  phone: 'required',
  age: 'optional',
  gender: 'optional',
  address: 'optional',
  newPatient: 'optional',
};

/** What a stranger may know to be there. */
export function isListed({ isHidden, visibility }: EventType): boolean {
  return !isHidden && visibility === 'public';
}
