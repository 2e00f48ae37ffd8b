// The parts of a mail about a booking that change from message to message, and the sentences that several of them share.
import { say } from '../languages/say.ts';
import { clockText, whenText } from '../mail/when.ts';
import type { MailFacts } from './mail-facts.ts';

export type Letter = {
  subject: string;
  lead: string;
  action: { label: string; url: string };
  /** Less often wanted than the action. */
  links?: readonly { label: string; url: string }[];
  notes?: readonly string[];
};

export type LetterWriter = (facts: MailFacts) => Letter;

/** What sentences name: the event type and both people. */
export function named({ eventType, organiser, attendee }: MailFacts) {
  return { title: eventType.title, organiser: organiser.name, attendee: attendee.name };
}

export function asksApproval({ eventType }: MailFacts): boolean {
  return eventType.confirmation === 'approval';
}

export function deadline({ booking, attendee, organiser }: MailFacts): string {
  if (booking.state !== 'requested') return say('it lapses');
  return booking.provenAt
    ? whenText({ startsAt: booking.expiresAt, endsAt: booking.expiresAt }, organiser)
    : clockText(booking.expiresAt, attendee);
}

export function reasonNote({ booking }: MailFacts): string[] {
  return booking.reason ? [say('The reason given: {reason}', { reason: booking.reason })] : [];
}
