// What can be booked.

export type Confirmation = 'email' | 'instant' | 'approval';

/** What follows when the attendee declines Google's invitation. */
export type OnDecline = 'keep' | 'cancel';

export type Place =
  | { kind: 'none' }
  | { kind: 'in_person'; address: string }
  | { kind: 'phone' }
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

export type Question = { key: string; label: string; kind: 'short' | 'long'; isRequired: boolean };

export type EventType = {
  id: string;
  organiserId: string;
  slug: string;
  title: string;
  description: string;
  durationMinutes: number;
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
  isHidden: boolean;
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
