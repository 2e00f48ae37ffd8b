// What each mail about a booking says: booking → subject, sentences, one button. Never age, gender, address or answers.
import type { EventType, Place } from '../event-types/event-type.ts';
import type { MailMessage } from '../jobs/jobs.ts';
import type { Mailbox } from '../mail/mailer.ts';
import type { Message } from '../mail/message.ts';
import { clockText, type Reader, whenText } from '../mail/when.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { SlotTimes } from '../problem.ts';
import type { AttendeeForm, Booking } from './booking.ts';

/** All that a mail may draw on. */
export type MailFacts = {
  booking: Booking;
  attendee: AttendeeForm;
  organiser: Organiser;
  eventType: EventType;
  /** Where the booking was before it moved. */
  previous: SlotTimes | null;
  links: { manage: string; confirm: string; book: string; dashboard: string };
  conferenceLink: string | null;
  /** Google's invitation is not out yet. */
  invitationFollows: boolean;
};

export type Audience = 'attendee' | 'organiser';

export function audienceOf(message: MailMessage): Audience {
  return message.startsWith('organiser-') ? 'organiser' : 'attendee';
}

export function mailboxOf(audience: Audience, { attendee, organiser }: MailFacts): Mailbox {
  const { name, email } = audience === 'attendee' ? attendee : organiser;
  return { name, address: email };
}

export function composeMessage(message: MailMessage, facts: MailFacts): Message {
  const audience = audienceOf(message);
  const { subject, lead, action, notes = [] } = writers[message](facts);
  return {
    subject,
    greeting: `Hello ${mailboxOf(audience, facts).name},`,
    lead,
    facts: factLines(message, audience, facts),
    action,
    notes,
  };
}

type Letter = {
  subject: string;
  lead: string;
  action: { label: string; url: string };
  notes?: readonly string[];
};

const writers: Record<MailMessage, (facts: MailFacts) => Letter> = {
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
    lead: `${whoDidIt(facts)} moved your appointment with ${facts.organiser.name}. The new time is below; if it does not suit you, pick another or cancel.`,
    action: { label: 'Keep, pick another, or cancel', url: facts.links.manage },
    notes: invitationNote(facts),
  }),
  cancelled: (facts) => ({
    subject: `Cancelled: ${facts.eventType.title} with ${facts.organiser.name}`,
    lead: `${whoDidIt(facts)} cancelled your appointment with ${facts.organiser.name}.`,
    action: { label: 'Book another time', url: facts.links.book },
    notes: reasonNote(facts),
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
    lead: `${facts.attendee.name} cancelled. The time is free again.`,
    action: { label: 'Open my bookings', url: facts.links.dashboard },
    notes: reasonNote(facts),
  }),
  'organiser-approval': (facts) => ({
    subject: `Your answer, please: ${facts.eventType.title} with ${facts.attendee.name}`,
    lead: `${facts.attendee.name} asks for this time. It is kept until ${deadline(facts)}, and then it lapses.`,
    action: { label: 'Accept or decline', url: facts.links.dashboard },
  }),
  'organiser-clash': (facts) => ({
    subject: `Please look: ${facts.attendee.name}'s appointment overlaps something in your calendar`,
    lead: `Google did not answer in time when ${facts.attendee.name} booked. It has now, and there is something else at that time. Move or cancel one of the two.`,
    action: { label: 'Open my bookings', url: facts.links.dashboard },
  }),
};

function factLines(message: MailMessage, audience: Audience, facts: MailFacts): Message['facts'] {
  const { booking, attendee, organiser, eventType, previous } = facts;
  const reader: Reader = audience === 'attendee' ? attendee : organiser;
  const isMove = message === 'moved' || message === 'organiser-moved';
  const elsewhere = audience === 'attendee' && organiser.timeZone !== attendee.timeZone;
  const lines: (readonly [string, string] | false | null)[] = [
    ['What', eventType.title],
    isMove && previous && ['Before', whenText(previous, reader)],
    [isMove ? 'Now' : 'When', whenText(booking, reader)],
    elsewhere && [
      `For ${organiser.name}`,
      whenText(booking, { ...reader, timeZone: organiser.timeZone }),
    ],
    audience === 'attendee'
      ? ['With', organiser.name]
      : ['Who', `${attendee.name}, ${attendee.email}`],
    audience === 'organiser' && attendee.phone !== null && ['Phone', attendee.phone],
    placeLine(eventType.place, facts.conferenceLink),
  ];
  return lines.filter((line) => line !== false && line !== null);
}

function proofLead(facts: MailFacts): string {
  const outcome = asksApproval(facts)
    ? `and your request goes to ${facts.organiser.name}, who will answer by mail`
    : 'and the time is yours';
  return `Almost there: confirm that this is your address, ${outcome}. The time is kept for you until ${deadline(facts)}.`;
}

function asksApproval({ eventType }: MailFacts): boolean {
  return eventType.confirmation === 'approval';
}

function placeLine(place: Place, conferenceLink: string | null): readonly [string, string] | null {
  const lines: Record<Place['kind'], string | null> = {
    none: null,
    in_person: place.kind === 'in_person' ? place.address : null,
    phone: 'By phone',
    meet: conferenceLink ?? 'Google Meet; the link is in the invitation',
    link: place.kind === 'link' ? place.url : null,
  };
  const where = lines[place.kind];
  return where === null ? null : ['Where', where];
}

function deadline({ booking, attendee, organiser }: MailFacts): string {
  if (booking.state !== 'requested') return 'it lapses';
  return booking.provenAt
    ? whenText({ startsAt: booking.expiresAt, endsAt: booking.expiresAt }, organiser)
    : clockText(booking.expiresAt, attendee);
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

function reasonNote({ booking }: MailFacts): string[] {
  return booking.reason ? [`The reason given: ${booking.reason}`] : [];
}

function invitationNote({ invitationFollows }: MailFacts): string[] {
  return invitationFollows
    ? ['The calendar invitation from Google follows in a separate mail.']
    : [
        'The attached file adds it to any calendar; Google also sends you its own invitation, for the same event.',
      ];
}
