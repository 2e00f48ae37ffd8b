// The 'send-mail' job: one message about one change, once. What tells of the calendar event waits up to a minute for
// it, so that the .ics can carry its UID; then it goes without.
import type { Queryable } from '../database/database.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import { findKeyOfBooking, withKey } from '../event-types/secret-key.ts';
import type { JobPayloads, MailMessage } from '../jobs/jobs.ts';
import { currentLanguage, inLanguage } from '../languages/current-language.ts';
import { type Language, languageOf } from '../languages/language.ts';
import type { Mail } from '../mail/mailer.ts';
import { messageHtml, messageText } from '../mail/message.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import { ownLanguage } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { bookingInvite } from './booking-invite.ts';
import { audienceOf, composeMessage, mailboxOf } from './booking-messages.ts';
import { findTimesBefore, getBooking } from './booking-queries.ts';
import type { AttendeeForm, Booking } from './booking.ts';
import { listMet } from './follow-queries.ts';
import { isWhereKnown, type KnownTimes, lastKnownOther } from './known-times.ts';
import type { MailFacts } from './mail-facts.ts';
import { isOvertaken } from './overtaken.ts';
import { hasBeenSent, insertSentMail, listKnownTimes } from './sent-mail-queries.ts';

type Payload = JobPayloads['send-mail'];

const patienceSeconds = 60;
const pauseSeconds = 1;
const carryInvite: ReadonlySet<MailMessage> = new Set([
  'confirmed',
  'moved',
  'cancelled',
  'restored',
]);

/** The organiser's others lead back to the time right before, so that is the one they tell. */
const tellFromKnown: ReadonlySet<MailMessage> = new Set(['moved', 'organiser-moved']);

export async function sendBookingMail(parts: Parts, payload: Payload): Promise<void> {
  const { database, jobs, clock } = parts;
  if (await hasBeenSent(database, payload)) return;
  const booking = await getBooking(database, payload.bookingId);
  const attendee = attendeeOf(booking);
  if (!attendee || isOvertaken(payload, booking, clock())) return;
  if (payload.message === 'organiser-clash' && !(await isClashing(database, booking)))
    return sendInstead(parts, payload);
  if (waitsForGoogle(payload, booking, clock()))
    return jobs.enqueue(null, 'send-mail', payload, { afterSeconds: pauseSeconds });
  const known = await listKnownTimes(database, booking.id, audienceOf(payload.message));
  if (payload.message === 'moved' && isWhereKnown(known, booking)) return;
  const facts = await gatherFacts(parts, payload, booking, { attendee, known });
  const mail = inLanguage(languageFor(payload, facts), () => writeMail(parts, payload, facts));
  const delivery = await parts.mailer.send(mail);
  const refusal = delivery.is === 'refused' ? delivery.said : null;
  await insertSentMail(database, payload, clock(), { refusal, told: booking });
}

function attendeeOf(booking: Booking): AttendeeForm | null {
  return 'attendee' in booking ? booking.attendee : null;
}

async function isClashing(database: Queryable, booking: Booking): Promise<boolean> {
  const met = booking.clashing ? await listMet(database, booking, booking.blocked) : [];
  return met.some(({ isSettled }) => isSettled);
}

async function sendInstead({ jobs }: Parts, { otherwise, ...mail }: Payload): Promise<void> {
  if (otherwise) await jobs.enqueue(null, 'send-mail', { ...mail, message: otherwise });
}

function waitsForGoogle({ message, revision }: Payload, booking: Booking, now: Date): boolean {
  if (!carryInvite.has(message) || !('event' in booking)) return false;
  const wasNeverConfirmed = booking.confirmedAt === null;
  const isPublished = (booking.event.agreedRevision ?? -1) >= revision;
  const waitedSeconds = (now.getTime() - booking.changedAt.getTime()) / 1000;
  return !wasNeverConfirmed && !isPublished && waitedSeconds < patienceSeconds;
}

async function gatherFacts(
  parts: Parts,
  { message, revision }: Payload,
  booking: Booking,
  { attendee, known }: { attendee: AttendeeForm; known: readonly KnownTimes[] },
): Promise<MailFacts> {
  const { database, config, tokens } = parts;
  const organiser = await getOrganiserById(database, booking.organiserId);
  const eventType = await getEventTypeById(database, booking.eventTypeId);
  const key = await findKeyOfBooking(parts, eventType, booking.id);
  const event = 'event' in booking ? booking.event : null;
  const token = (purpose: 'manage' | 'confirm' | 'undo', generation?: number) =>
    tokens.create(purpose, booking.id, generation);
  return {
    booking,
    attendee,
    organiser,
    eventType,
    previous:
      (tellFromKnown.has(message) ? lastKnownOther(known, booking) : null) ??
      (await findTimesBefore(database, booking)),
    links: {
      manage: `${config.publicUrl}/bookings/${token('manage', booking.manageGeneration)}`,
      confirm: `${config.publicUrl}/confirm/${token('confirm')}`,
      book: `${config.publicUrl}/${organiser.handle}/${withKey(eventType.slug, key)}`,
      dashboard: `${config.publicUrl}/organiser`,
      undo: `${config.publicUrl}/bookings/undo/${token('undo', revision)}`,
    },
    conferenceLink: event?.conferenceLink ?? null,
    calendarFlag: event?.calendarFlag ?? null,
    invitationFollows: (event?.agreedRevision ?? -1) < revision,
  };
}

function writeMail(
  parts: Parts,
  { message, bookingId, revision, since }: Payload,
  facts: MailFacts,
): Mail {
  const audience = audienceOf(message);
  const { booking, organiser, eventType, attendee, links } = facts;
  const written = composeMessage(message, facts);
  const invite = carryInvite.has(message)
    ? bookingInvite({ booking, organiser, eventType, manageUrl: links.manage })
    : null;
  const counterpart = audience === 'attendee' ? organiser : attendee;
  return {
    to: mailboxOf(audience, facts),
    replyTo: { name: counterpart.name, address: counterpart.email },
    subject: written.subject,
    text: messageText(written),
    html: messageHtml(written, currentLanguage().language),
    messageId: `<${[bookingId, message, revision, ...instantOf(since)].join('.')}@${new URL(parts.config.publicUrl).hostname}>`,
    ...(invite && !facts.invitationFollows && { invite }),
  };
}

/** Of whoever reads it. */
function languageFor({ message }: Payload, { attendee, organiser }: MailFacts): Language {
  const isAttendees = audienceOf(message) === 'attendee';
  return isAttendees ? languageOf(attendee.locale) : ownLanguage(organiser);
}

/** Mailboxes show no second mail under the id of an earlier one. */
function instantOf(since: string | undefined): number[] {
  return since === undefined ? [] : [Date.parse(since)];
}
