// Whether a mail about a booking comes too late to be of use: what it would tell is over, or has a later mail of its own.
import type { JobPayloads, MailMessage } from '../jobs/jobs.ts';
import type { Booking } from './booking.ts';

/** What stands in them would be the later time, of which there is a mail already, or which the organiser chose. */
const tellTheTime: ReadonlySet<MailMessage> = new Set([
  'moved',
  'reminder',
  'organiser-moved',
  'organiser-followed',
  'organiser-busy',
]);

/** A later change has its own mail: "please confirm" for what is proven or booked by now would only puzzle. */
export function isOvertaken(
  { message, revision }: Pick<JobPayloads['send-mail'], 'message' | 'revision'>,
  booking: Booking,
  now: Date,
): boolean {
  if (tellTheTime.has(message) && revision < booking.revision) return true;
  if (message === 'reminder' && booking.startsAt <= now) return true;
  const isProven = booking.state === 'requested' && booking.provenAt !== null;
  if (message === 'prove-address' && isProven) return true;
  return needs[message]?.includes(booking.state) === false;
}

const needs: Partial<Record<MailMessage, Booking['state'][]>> = {
  'prove-address': ['requested'],
  'awaiting-approval': ['requested'],
  'organiser-approval': ['requested'],
  confirmed: ['confirmed'],
  moved: ['confirmed'],
  restored: ['confirmed'],
  reminder: ['confirmed'],
  'organiser-booked': ['confirmed'],
  'organiser-moved': ['confirmed'],
  'organiser-followed': ['confirmed'],
  'organiser-overruled': ['confirmed'],
  'organiser-declined': ['confirmed'],
  'organiser-clash': ['confirmed'],
  'organiser-busy': ['confirmed'],
  expired: ['expired'],
};
