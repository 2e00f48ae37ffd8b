// What the mails of these tests are about: an attendee in New York, an organiser in Berlin, half an hour on a Tuesday.
import type { Confirmed, Requested } from '../../src/bookings/booking.ts';
import type { MailFacts } from '../../src/bookings/mail-facts.ts';
import { defaultAsks, type EventType } from '../../src/event-types/event-type.ts';
import type { MailMessage } from '../../src/jobs/jobs.ts';

const core = {
  id: '3f1c2f6e-8f0a-4f6b-9d53-0c2a8a0e4b11',
  organiserId: 'o',
  eventTypeId: 'e',
  startsAt: new Date('2026-11-24T09:00:00Z'),
  endsAt: new Date('2026-11-24T09:30:00Z'),
  blocked: { from: new Date('2026-11-24T09:00:00Z'), to: new Date('2026-11-24T09:30:00Z') },
  createdAt: new Date('2026-11-23T08:00:00Z'),
  changedAt: new Date('2026-11-23T08:00:00Z'),
  changedBy: 'attendee',
  reason: null,
  bookedBy: 'attendee',
  manageGeneration: 1,
  revision: 1,
  clashing: false,
} as const;

export const person = {
  name: 'Lea <b>Attendee</b>',
  email: 'lea@example.org',
  phone: '+4930901820',
  timeZone: 'America/New_York',
  locale: 'en-US',
  newPatient: true,
  age: 44,
  gender: 'woman',
  address: 'Secret Lane 3',
  answers: { topic: 'knee' },
  note: null,
};

export const requested: Requested = {
  ...core,
  state: 'requested',
  expiresAt: new Date('2026-11-23T08:30:00Z'),
  requestedAt: core.createdAt,
  provenAt: null,
  attendee: person,
};

const event = {
  calendarId: 'c',
  googleEventId: 'g',
  iCalUid: 'g@google.com',
  eventLink: null,
  conferenceLink: null,
  agreedEtag: null,
  agreedRevision: 1,
  calendarFlag: null,
};

export const confirmed: Confirmed = {
  ...core,
  state: 'confirmed',
  confirmedAt: core.createdAt,
  attendee: person,
  attendeeId: 'a',
  attendeeResponse: null,
  attendeeComment: null,
  event,
};

export const facts = (wishes: Partial<MailFacts> = {}): MailFacts => ({
  booking: confirmed,
  attendee: person,
  organiser: {
    id: 'o',
    handle: 'mira',
    name: 'Dr. Mira',
    email: 'mira@example.com',
    timeZone: 'Europe/Berlin',
    locale: 'en',
    language: null,
    bookingCalendarId: null,
    hoursVersion: '1',
    isDisabled: false,
  },
  eventType: {
    title: 'Visit',
    place: { kind: 'in_person', address: 'Practice Street 5' },
    asks: defaultAsks,
  } as EventType,
  previous: null,
  links: {
    manage: 'http://x/manage',
    confirm: 'http://x/confirm',
    book: 'http://x/book',
    dashboard: 'http://x/organiser',
    undo: 'http://x/undo/t',
  },
  conferenceLink: null,
  calendarFlag: null,
  invitationFollows: false,
  ...wishes,
});

export const previous = {
  startsAt: new Date('2026-11-23T15:00:00Z'),
  endsAt: new Date('2026-11-23T15:30:00Z'),
};

/** In the order of jobs.ts. */
export const everyMail: MailMessage[] = [
  'prove-address',
  'confirmed',
  'moved',
  'cancelled',
  'restored',
  'expired',
  'awaiting-approval',
  'reminder',
  'organiser-booked',
  'organiser-moved',
  'organiser-cancelled',
  'organiser-approval',
  'organiser-clash',
  'organiser-busy',
  'organiser-followed',
  'organiser-overruled',
  'organiser-declined',
  'organiser-flagged',
];
