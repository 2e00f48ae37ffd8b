// What organisers are told about a booking: subject, sentences, one button.
import type { OrganiserMessage } from '../jobs/jobs.ts';
import { say } from '../languages/say.ts';
import { flagWords } from './calendar-flag.ts';
import { deadline, type Letter, type LetterWriter, named, reasonNote } from './letter.ts';
import type { MailFacts } from './mail-facts.ts';

export const organiserLetters: Record<OrganiserMessage, LetterWriter> = {
  'organiser-booked': (facts) => ({
    subject: say('Booked: {title} with {attendee}', named(facts)),
    lead: say(
      '{attendee} booked with you. It is in your Google Calendar, or will be in a moment.',
      named(facts),
    ),
    action: { label: say('Open my bookings'), url: facts.links.dashboard },
  }),
  'organiser-moved': (facts) => ({
    subject: say('Moved: {title} with {attendee}', named(facts)),
    lead: say('{attendee} moved the appointment. Your Google Calendar follows.', named(facts)),
    action: { label: say('Open my bookings'), url: facts.links.dashboard },
  }),
  'organiser-cancelled': (facts) => ({
    subject: say('Cancelled: {title} with {attendee}', named(facts)),
    lead: wasFollowed(facts)
      ? say(
          'You deleted this in Google Calendar, and {attendee} moved it at about the same time. The deletion holds: {attendee} is told, and the time is free again.',
          named(facts),
        )
      : say('{attendee} cancelled. The time is free again.', named(facts)),
    action: { label: say('Open my bookings'), url: facts.links.dashboard },
    notes: reasonNote(facts),
  }),
  'organiser-approval': (facts) => ({
    subject: say('Your answer, please: {title} with {attendee}', named(facts)),
    lead: say('{attendee} asks for this time. It is kept until {deadline}, and then it lapses.', {
      attendee: facts.attendee.name,
      deadline: deadline(facts),
    }),
    action: { label: say('Accept or decline'), url: facts.links.dashboard },
  }),
  'organiser-clash': (facts) => ({
    subject: say("Please look: {attendee}'s appointment meets another booking", named(facts)),
    ...clashOfMove(facts),
  }),
  'organiser-busy': (facts) => ({
    subject: say(
      "Please look: {attendee}'s appointment overlaps something in your calendar",
      named(facts),
    ),
    ...clashFoundLate(facts),
  }),
  'organiser-followed': (facts) => ({
    subject: say('Moved: {title} with {attendee}', named(facts)),
    lead: say(
      'You moved this in Google Calendar. {attendee} gets a mail with the old and the new time.',
      named(facts),
    ),
    action: { label: say('Undo the move'), url: facts.links.undo },
  }),
  'organiser-overruled': (facts) => ({
    subject: say('Not moved: {title} with {attendee}', named(facts)),
    lead: say(
      'You moved this in Google Calendar, but {attendee} chose another time after that. The later change holds, and your calendar follows.',
      named(facts),
    ),
    action: { label: say('Open my bookings'), url: facts.links.dashboard },
  }),
  'organiser-declined': (facts) => ({
    subject: say('Declined: {title} with {attendee}', named(facts)),
    lead: say(
      '{attendee} declined the invitation in the calendar. The appointment stands until one of you cancels it.',
      named(facts),
    ),
    action: { label: say('Open my bookings'), url: facts.links.dashboard },
    notes: commentNote(facts),
  }),
  'organiser-flagged': (facts) => ({
    subject: say('Please look: {title} with {attendee}', named(facts)),
    lead: flagWords[facts.calendarFlag ?? 'moved_away'](),
    action: { label: say('Open my bookings'), url: facts.links.dashboard },
  }),
};

function wasFollowed({ booking }: MailFacts): boolean {
  return booking.changedBy === 'google';
}

function clashOfMove(facts: MailFacts): Pick<Letter, 'lead' | 'action' | 'links'> {
  const { links, previous } = facts;
  const mine = { label: say('Open my bookings'), url: links.dashboard };
  return {
    lead: say(
      'In Google Calendar it now stands at a time that meets another booking. Both stand, and {attendee} gets a mail with the time. Move or cancel one of the two.',
      named(facts),
    ),
    ...(previous
      ? { action: { label: say('Undo the move'), url: links.undo }, links: [mine] }
      : { action: mine }),
  };
}

function clashFoundLate(facts: MailFacts): Pick<Letter, 'lead' | 'action'> {
  return {
    lead: say(
      'Google did not answer in time when {attendee} booked. It has now, and there is something else at that time. Move or cancel one of the two.',
      named(facts),
    ),
    action: { label: say('Open my bookings'), url: facts.links.dashboard },
  };
}

function commentNote({ booking }: MailFacts): string[] {
  const comment = 'attendeeComment' in booking ? booking.attendeeComment : null;
  return comment === null ? [] : [say('The comment with it: {comment}', { comment })];
}
