// What attendees are told about a booking: subject, sentences, one button.
import type { AttendeeMessage } from '../jobs/jobs.ts';
import { asksApproval, deadline, type LetterWriter, reasonNote } from './letter.ts';
import type { MailFacts } from './mail-facts.ts';

export const attendeeLetters: Record<AttendeeMessage, LetterWriter> = {
  'prove-address': (facts) => ({
    subject: `Please confirm: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: proofLead(facts),
    action: {
      label: asksApproval(facts) ? 'Send my request' : 'Confirm my appointment',
      url: facts.links.confirm,
    },
    notes: [
      'If you did not ask for this, ignore this mail: without your confirmation nothing is booked.',
    ],
  }),
  confirmed: (facts) => ({
    subject: `Confirmed: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: `Your appointment with ${facts.organiser.name} is booked.`,
    action: { label: 'View, move or cancel', url: facts.links.manage },
    notes: invitationNote(facts),
  }),
  moved: (facts) => ({
    subject: `Moved: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: `${whoDidIt(facts)} moved your appointment with ${facts.organiser.name}. The new time is below. To keep it, there is nothing to do; if it does not suit you, pick another or cancel.`,
    action: { label: 'Keep, pick another, or cancel', url: facts.links.manage },
    links: [
      { label: 'Pick another time', url: `${facts.links.manage}/move` },
      { label: 'Cancel the appointment', url: `${facts.links.manage}/cancel` },
    ],
    notes: invitationNote(facts),
  }),
  cancelled: (facts) => ({
    subject: `Cancelled: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: `${whoDidIt(facts)} cancelled your appointment with ${facts.organiser.name}.`,
    action: { label: 'Book another time', url: facts.links.book },
    notes: reasonNote(facts),
  }),
  restored: (facts) => ({
    subject: `On again: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: `Your appointment with ${facts.organiser.name} was cancelled, and takes place after all. If it does not suit you any more, pick another time or cancel.`,
    action: { label: 'View, move or cancel', url: facts.links.manage },
    notes: invitationNote(facts),
  }),
  expired: (facts) => ({
    subject: `Not booked: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: lapsedLead(facts),
    action: { label: 'See what is free', url: facts.links.confirm },
  }),
  'awaiting-approval': (facts) => ({
    subject: `Received: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: `Your address is confirmed. ${facts.organiser.name} looks at each request and will answer by mail; until then the time is kept for you.`,
    action: { label: 'View or cancel my request', url: facts.links.manage },
  }),
  reminder: (facts) => ({
    subject: `Reminder: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: `Your appointment with ${facts.organiser.name} is coming up.`,
    action: { label: 'View, move or cancel', url: facts.links.manage },
  }),
};

function proofLead(facts: MailFacts): string {
  const outcome = asksApproval(facts)
    ? `and your request goes to ${facts.organiser.name}, who will answer by mail`
    : 'and the time is yours';
  return `Almost there: confirm that this is your address, ${outcome}. The time is kept for you until ${deadline(facts)}.`;
}

function whoDidIt({ booking, organiser }: MailFacts): string {
  return booking.changedBy === 'attendee' ? 'You' : organiser.name;
}

function lapsedLead({ booking, organiser }: MailFacts): string {
  const wasProven = booking.state === 'expired' && booking.provenAt !== null;
  return wasProven
    ? `${organiser.name} did not answer in time, so this appointment was not booked.`
    : 'The time was kept for half an hour, but the address was not confirmed, so nothing is booked. If it is still free, you can take it with one press; what you typed is kept for a day.';
}

function invitationNote({ invitationFollows }: MailFacts): string[] {
  return invitationFollows
    ? ['The calendar invitation from Google follows in a separate mail.']
    : [
        'The attached file adds it to any calendar; Google also sends you its own invitation, for the same event.',
      ];
}
