// What attendees are told about a booking: subject, sentences, one button.
import type { AttendeeMessage } from '../jobs/jobs.ts';
import { say } from '../languages/say.ts';
import { asksApproval, deadline, type LetterWriter, named, reasonNote } from './letter.ts';
import type { MailFacts } from './mail-facts.ts';

export const attendeeLetters: Record<AttendeeMessage, LetterWriter> = {
  'prove-address': (facts) => ({
    subject: say('Please confirm: {title} with {organiser}', named(facts)),
    lead: proofLead(facts),
    action: {
      label: asksApproval(facts) ? say('Send my request') : say('Confirm my appointment'),
      url: facts.links.confirm,
    },
    notes: [
      say(
        'If you did not ask for this, ignore this mail: without your confirmation nothing is booked.',
      ),
    ],
  }),
  confirmed: (facts) => ({
    subject: say('Confirmed: {title} with {organiser}', named(facts)),
    lead: confirmedLead(facts),
    action: { label: say('View, move or cancel'), url: facts.links.manage },
    notes: invitationNote(facts),
  }),
  moved: (facts) => ({
    subject: say('Moved: {title} with {organiser}', named(facts)),
    lead: movedLead(facts),
    action: { label: say('Keep, pick another, or cancel'), url: facts.links.manage },
    links: [
      { label: say('Pick another time'), url: `${facts.links.manage}/move` },
      { label: say('Cancel the appointment'), url: `${facts.links.manage}/cancel` },
    ],
    notes: invitationNote(facts),
  }),
  cancelled: (facts) => ({
    subject: say('Cancelled: {title} with {organiser}', named(facts)),
    lead: cancelledLead(facts),
    action: { label: say('Book another time'), url: facts.links.book },
    notes: reasonNote(facts),
  }),
  restored: (facts) => ({
    subject: say('On again: {title} with {organiser}', named(facts)),
    lead: say(
      'Your appointment with {organiser} was cancelled, and takes place after all. If it does not suit you any more, pick another time or cancel.',
      named(facts),
    ),
    action: { label: say('View, move or cancel'), url: facts.links.manage },
    notes: invitationNote(facts),
  }),
  expired: (facts) => ({
    subject: say('Not booked: {title} with {organiser}', named(facts)),
    lead: lapsedLead(facts),
    action: { label: say('See what is free'), url: facts.links.confirm },
  }),
  'awaiting-approval': (facts) => ({
    subject: say('Received: {title} with {organiser}', named(facts)),
    lead: say(
      'Your address is confirmed. {organiser} looks at each request and will answer by mail; until then the time is kept for you.',
      named(facts),
    ),
    action: { label: say('View or cancel my request'), url: facts.links.manage },
  }),
  reminder: (facts) => ({
    subject: say('Reminder: {title} with {organiser}', named(facts)),
    lead: say('Your appointment with {organiser} is coming up.', named(facts)),
    action: { label: say('View, move or cancel'), url: facts.links.manage },
  }),
};

function confirmedLead({ booking, organiser: { name: organiser } }: MailFacts): string {
  return booking.bookedBy === 'organiser'
    ? say(
        '{organiser} has booked an appointment for you. If the time does not suit you, you can move it or cancel.',
        { organiser },
      )
    : say('Your appointment with {organiser} is booked.', { organiser });
}

function proofLead(facts: MailFacts): string {
  const told = { organiser: facts.organiser.name, deadline: deadline(facts) };
  return asksApproval(facts)
    ? say(
        'Almost there: confirm that this is your address, and your request goes to {organiser}, who will answer by mail. The time is kept for you until {deadline}.',
        told,
      )
    : say(
        'Almost there: confirm that this is your address, and the time is yours. The time is kept for you until {deadline}.',
        told,
      );
}

function movedLead({ booking, organiser: { name: organiser } }: MailFacts): string {
  const moved =
    booking.changedBy === 'attendee'
      ? say('You moved your appointment with {organiser}.', { organiser })
      : say('{organiser} moved your appointment.', { organiser });
  const choice = say(
    'The new time is below. To keep it, there is nothing to do; if it does not suit you, pick another or cancel.',
  );
  return `${moved} ${choice}`;
}

function cancelledLead({ booking, organiser: { name: organiser } }: MailFacts): string {
  return booking.changedBy === 'attendee'
    ? say('You cancelled your appointment with {organiser}.', { organiser })
    : say('{organiser} cancelled your appointment.', { organiser });
}

function lapsedLead({ booking, organiser: { name: organiser } }: MailFacts): string {
  const wasProven = booking.state === 'expired' && booking.provenAt !== null;
  return wasProven
    ? say('{organiser} did not answer in time, so this appointment was not booked.', { organiser })
    : say(
        'The time was kept for half an hour, but the address was not confirmed, so nothing is booked. If it is still free, you can take it with one press; what you typed is kept for a day.',
      );
}

function invitationNote({ invitationFollows }: MailFacts): string[] {
  return invitationFollows
    ? [say('The calendar invitation from Google follows in a separate mail.')]
    : [
        say(
          'The attached file adds it to any calendar; Google also sends you its own invitation, for the same event.',
        ),
      ];
}
