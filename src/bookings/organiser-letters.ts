// What organisers are told about a booking: subject, sentences, one button.
import type { OrganiserMessage } from '../jobs/jobs.ts';
import { flagWords } from './calendar-flag.ts';
import { deadline, type Letter, type LetterWriter, reasonNote } from './letter.ts';
import type { MailFacts } from './mail-facts.ts';

export const organiserLetters: Record<OrganiserMessage, LetterWriter> = {
  'organiser-booked': (facts) => ({
    subject: `Booked: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: `${facts.attendee.name} booked with you. It is in your Google Calendar, or will be in a moment.`,
    action: { label: 'Open my bookings', url: facts.links.dashboard },
  }),
  'organiser-moved': (facts) => ({
    subject: `Moved: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: `${facts.attendee.name} moved the appointment. Your Google Calendar follows.`,
    action: { label: 'Open my bookings', url: facts.links.dashboard },
  }),
  'organiser-cancelled': (facts) => ({
    subject: `Cancelled: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: wasFollowed(facts)
      ? `You deleted this in Google Calendar, and ${facts.attendee.name} moved it at about the same time. The deletion holds: ${facts.attendee.name} is told, and the time is free again.`
      : `${facts.attendee.name} cancelled. The time is free again.`,
    action: { label: 'Open my bookings', url: facts.links.dashboard },
    notes: reasonNote(facts),
  }),
  'organiser-approval': (facts) => ({
    subject: `Your answer, please: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: `${facts.attendee.name} asks for this time. It is kept until ${deadline(facts)}, and then it lapses.`,
    action: { label: 'Accept or decline', url: facts.links.dashboard },
  }),
  'organiser-clash': (facts) => ({
    subject: `Please look: ${facts.attendee.name}'s appointment meets another booking`,
    ...clashOfMove(facts),
  }),
  'organiser-busy': (facts) => ({
    subject: `Please look: ${facts.attendee.name}'s appointment overlaps something in your calendar`,
    ...clashFoundLate(facts),
  }),
  'organiser-followed': (facts) => ({
    subject: `Moved: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: `You moved this in Google Calendar. ${facts.attendee.name} gets a mail with the old and the new time.`,
    action: { label: 'Undo the move', url: facts.links.undo },
  }),
  'organiser-overruled': (facts) => ({
    subject: `Not moved: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: `You moved this in Google Calendar, but ${facts.attendee.name} chose another time after that. The later change holds, and your calendar follows.`,
    action: { label: 'Open my bookings', url: facts.links.dashboard },
  }),
  'organiser-declined': (facts) => ({
    subject: `Declined: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: `${facts.attendee.name} declined the invitation in the calendar. The appointment stands until one of you cancels it.`,
    action: { label: 'Open my bookings', url: facts.links.dashboard },
    notes: commentNote(facts),
  }),
  'organiser-flagged': (facts) => ({
    subject: `Please look: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: flagWords[facts.calendarFlag ?? 'moved_away'],
    action: { label: 'Open my bookings', url: facts.links.dashboard },
  }),
};

function wasFollowed({ booking }: MailFacts): boolean {
  return booking.changedBy === 'google';
}

function clashOfMove(facts: MailFacts): Pick<Letter, 'lead' | 'action' | 'links'> {
  const { attendee, links, previous } = facts;
  const mine = { label: 'Open my bookings', url: links.dashboard };
  return {
    lead: `In Google Calendar it now stands at a time that meets another booking. Both stand, and ${attendee.name} gets a mail with the time. Move or cancel one of the two.`,
    ...(previous
      ? { action: { label: 'Undo the move', url: links.undo }, links: [mine] }
      : { action: mine }),
  };
}

function clashFoundLate({ attendee, links }: MailFacts): Pick<Letter, 'lead' | 'action'> {
  return {
    lead: `Google did not answer in time when ${attendee.name} booked. It has now, and there is something else at that time. Move or cancel one of the two.`,
    action: { label: 'Open my bookings', url: links.dashboard },
  };
}

function commentNote({ booking }: MailFacts): string[] {
  const comment = 'attendeeComment' in booking ? booking.attendeeComment : null;
  return comment === null ? [] : [`The comment with it: ${comment}`];
}
