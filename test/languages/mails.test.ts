// Every mail is written in its reader's language: with a marked language in the place of German, no word of ours stands
// outside of marks, in the subject, the text or the HTML.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invitationMessage } from '../../src/administration/invitation-mails.ts';
import { receiptMessage } from '../../src/attendees/receipt-mails.ts';
import { erasedFields } from '../../src/attendees/receipt.ts';
import { composeMessage } from '../../src/bookings/booking-messages.ts';
import type { CalendarFlag } from '../../src/bookings/booking.ts';
import { flagWords } from '../../src/bookings/calendar-flag.ts';
import type { MailFacts } from '../../src/bookings/mail-facts.ts';
import type { Place } from '../../src/event-types/event-type.ts';
import type { MailMessage } from '../../src/jobs/jobs.ts';
import { confirmed, everyMail, facts, previous, requested } from '../bookings/mail-facts.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';
import { unmarkedInMail } from './marked-mail.ts';

let stopPretending: () => void;

beforeAll(() => {
  stopPretending = pretendToSpeak('de');
});

afterAll(() => stopPretending());

test.each(everyMail)('"%s" as it usually is', (message) => {
  expect(unmarkedOf(message)).toEqual([]);
});

test.each(everyMail)('"%s" after a move, with a reason, before Google’s invitation', (message) => {
  const booking = {
    ...confirmed,
    reason: 'Qq',
    attendeeComment: 'Qq',
    changedBy: 'google',
  } as const;

  expect(unmarkedOf(message, { booking, previous, invitationFollows: true })).toEqual([]);
});

test.each([
  ['prove-address', requested],
  ['awaiting-approval', { ...requested, provenAt: requested.requestedAt }],
  ['organiser-approval', { ...requested, provenAt: requested.requestedAt }],
  ['confirmed', { ...confirmed, bookedBy: 'organiser' }],
  ['cancelled', { ...confirmed, changedBy: 'organiser' }],
  ['moved', { ...confirmed, changedBy: 'organiser' }],
] as const)('"%s" of a request, or of what the organiser did', (message, booking) => {
  const eventType = { ...facts().eventType, confirmation: 'approval' } as const;

  expect(unmarkedOf(message, { booking, eventType })).toEqual([]);
});

test.each<Place>([
  { kind: 'phone', whoCalls: 'organiser' },
  { kind: 'phone', whoCalls: 'attendee', number: '+49 30 901820' },
  { kind: 'meet' },
  { kind: 'link', url: 'https://example.com/room' },
  { kind: 'none' },
])('the place %j, told to either side', (place) => {
  const eventType = { ...facts().eventType, place };

  expect(unmarkedOf('confirmed', { eventType })).toEqual([]);
  expect(unmarkedOf('organiser-booked', { eventType })).toEqual([]);
});

test.each(Object.keys(flagWords) as CalendarFlag[])(
  'what cannot be followed: %s',
  (calendarFlag) => {
    expect(unmarkedOf('organiser-flagged', { calendarFlag })).toEqual([]);
  },
);

test.each([0, 2])(
  'the receipt of an erasure, with %d that were still to come',
  (cancelledCount) => {
    const counts = { addressCount: 1, bookingCount: 3, cancelledCount };
    const erasedAt = new Date('2026-11-24T09:00:00Z');
    const receipt = {
      id: '7',
      erasedAt,
      fields: [...erasedFields],
      mail: 'sent' as const,
      ...counts,
    };
    const reader = { name: 'Lea', timeZone: 'Europe/Berlin' };

    const mail = () => receiptMessage(receipt, facts().organiser, reader);

    expect(unmarkedInMail(mail, known)).toEqual([]);
  },
);

test.each([null, 'Dr. Mira'])('an invitation by %s', (invitedBy) => {
  const invitation = { entry: 'lea@example.org', invitedBy };

  const mail = () => invitationMessage(invitation, 'http://quarterhour.example.com');

  expect(unmarkedInMail(mail, known)).toEqual([]);
});

function unmarkedOf(message: MailMessage, wishes: Partial<MailFacts> = {}): string[] {
  const attendee = { ...facts().attendee, name: 'Lea', locale: 'de-AT' };
  return unmarkedInMail(() => composeMessage(message, facts({ attendee, ...wishes })), known);
}

const known = [
  'Lea',
  'lea@example.org',
  'Dr. Mira',
  'Visit',
  'Qq',
  'Practice Street 5',
  'https://example.com/room',
  'http://quarterhour.example.com/organiser/sign-in',
  'quarterhour.example.com',
  'http://x/organiser',
  'http://x/manage/move',
  'http://x/manage/cancel',
  'http://x/manage',
  'http://x/confirm',
  'http://x/undo/t',
  'http://x/book',
];
