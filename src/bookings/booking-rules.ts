// What may happen to a booking, when, and who is told.
import type { EventType } from '../event-types/event-type.ts';
import type { MailMessage } from '../jobs/jobs.ts';
import type { SlotTimes } from '../problem.ts';
import {
  type Actor,
  approvalHours,
  type Booking,
  type PublishedEvent,
  requestMinutes,
} from './booking.ts';

/** A hold or request whose time is over has expired, whatever the row still says. */
export function hasRunOut(booking: Booking, now: Date): boolean {
  if (booking.state === 'expired') return true;
  return (booking.state === 'held' || booking.state === 'requested') && booking.expiresAt <= now;
}

/** The booking as it is now: what has run out is expired, also before any job has written that down. */
export function asOf(booking: Booking, now: Date): Booking {
  if (booking.state !== 'held' && booking.state !== 'requested') return booking;
  if (!hasRunOut(booking, now)) return booking;
  const { expiresAt, ...rest } = booking;
  const form = { requestedAt: null, provenAt: null, attendee: null };
  const over = { changedAt: expiresAt, changedBy: 'system', reason: null } as const;
  return { ...form, ...rest, ...over, state: 'expired', confirmedAt: null, event: noEvent };
}

const noEvent: PublishedEvent = {
  calendarId: null,
  googleEventId: null,
  iCalUid: null,
  eventLink: null,
  conferenceLink: null,
  agreedEtag: null,
  agreedRevision: null,
  calendarFlag: null,
};

/** What it takes now, whatever its event type has become: also once it was made longer or shorter in Google. */
export function lengthMinutes({ startsAt, endsAt }: SlotTimes): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

export type Permissions = { reschedule: boolean; cancel: boolean };

/** What the manage link may do. Until the proof it shows and cancels. */
export function permissionsOf(booking: Booking, now: Date): Permissions {
  if (hasRunOut(booking, now) || booking.startsAt <= now)
    return { reschedule: false, cancel: false };
  return {
    reschedule: booking.state === 'confirmed',
    cancel: booking.state === 'confirmed' || booking.state === 'requested',
  };
}

/** Half an hour, but not beyond the start. */
export function requestExpiry(now: Date, startsAt: Date): Date {
  return new Date(Math.min(startsAt.getTime(), now.getTime() + requestMinutes * 60_000));
}

/** The organiser has 48 hours, but not beyond the start. */
export function approvalExpiry(now: Date, startsAt: Date): Date {
  return new Date(Math.min(startsAt.getTime(), now.getTime() + approvalHours * 3_600_000));
}

/** What follows on a proven address: the booking itself, or the organiser's decision. */
export function needsApproval({ confirmation }: EventType): boolean {
  return confirmation === 'approval';
}

/** An address that is not proven is left alone, and so is an organiser who was asked nothing yet. */
export function cancellationMails(booking: Booking, actor: Actor): MailMessage[] {
  const isAwaited = booking.state === 'requested' && booking.provenAt !== null;
  if (!isAwaited && booking.state !== 'confirmed') return [];
  return actor === 'attendee' ? ['cancelled', 'organiser-cancelled'] : ['cancelled'];
}

export function moveMails(actor: Actor): MailMessage[] {
  return actor === 'attendee' ? ['moved', 'organiser-moved'] : ['moved'];
}
