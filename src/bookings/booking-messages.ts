// What each mail about a booking says: booking → subject, sentences, one button. Never age, gender, address or answers.
import type { Call, Place } from '../event-types/event-type.ts';
import { callWords } from '../event-types/summary-view.ts';
import type { MailMessage } from '../jobs/jobs.ts';
import { say } from '../languages/say.ts';
import type { Mailbox } from '../mail/mailer.ts';
import type { Message } from '../mail/message.ts';
import { type Reader, whenText } from '../mail/when.ts';
import { attendeeLetters } from './attendee-letters.ts';
import type { LetterWriter } from './letter.ts';
import type { Audience, MailFacts } from './mail-facts.ts';
import { organiserLetters } from './organiser-letters.ts';

export function audienceOf(message: MailMessage): Audience {
  return message.startsWith('organiser-') ? 'organiser' : 'attendee';
}

export function mailboxOf(audience: Audience, { attendee, organiser }: MailFacts): Mailbox {
  const { name, email } = audience === 'attendee' ? attendee : organiser;
  return { name, address: email };
}

export function composeMessage(message: MailMessage, facts: MailFacts): Message {
  const audience = audienceOf(message);
  const { subject, lead, action, links = [], notes = [] } = writers[message](facts);
  return {
    subject,
    greeting: say('Hello {name},', { name: mailboxOf(audience, facts).name }),
    lead,
    facts: factLines(message, audience, facts),
    action,
    links,
    notes,
  };
}

const writers: Record<MailMessage, LetterWriter> = { ...attendeeLetters, ...organiserLetters };

function factLines(message: MailMessage, audience: Audience, facts: MailFacts): Message['facts'] {
  const { booking, attendee, organiser, eventType, previous } = facts;
  const reader: Reader = audience === 'attendee' ? attendee : organiser;
  const isMove = tellOfMove.has(message);
  const elsewhere = audience === 'attendee' && organiser.timeZone !== attendee.timeZone;
  const lines: (readonly [string, string] | false | null)[] = [
    [say('What'), eventType.title],
    isMove && previous && [say('Before'), whenText(previous, reader)],
    [isMove ? say('Now') : say('When'), whenText(booking, reader)],
    elsewhere && [
      say('For {organiser}', { organiser: organiser.name }),
      whenText(booking, { ...reader, timeZone: organiser.timeZone }),
    ],
    audience === 'attendee'
      ? [say('With'), organiser.name]
      : [say('Who'), `${attendee.name}, ${attendee.email}`],
    audience === 'organiser' && attendee.phone !== null && [say('Phone'), attendee.phone],
    placeLine(audience, facts),
  ];
  return lines.filter((line) => line !== false && line !== null);
}

const tellOfMove: ReadonlySet<MailMessage> = new Set([
  'moved',
  'organiser-moved',
  'organiser-followed',
  'organiser-clash',
]);

function placeLine(audience: Audience, facts: MailFacts): readonly [string, string] | null {
  const where = whereOf(audience, facts.eventType.place, facts);
  return where === null ? null : [say('Where'), where];
}

function whereOf(audience: Audience, place: Place, facts: MailFacts): string | null {
  switch (place.kind) {
    case 'none':
      return null;
    case 'in_person':
      return place.address;
    case 'phone':
      return audience === 'attendee' ? callWords(place) : callOf(place, facts.attendee);
    case 'meet':
      return facts.conferenceLink ?? say('Google Meet; the link is in the invitation');
    case 'link':
      return place.url;
  }
}

function callOf({ whoCalls }: Call, { name }: { name: string }): string {
  return whoCalls === 'organiser'
    ? say('By phone: you call {name}', { name })
    : say('By phone: {name} calls you', { name });
}
