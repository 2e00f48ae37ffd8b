// What the link in the mail can still do.
import type { Problem, ProblemCode } from '../problem.ts';
import type { Booking } from './booking.ts';

export type ConfirmationStage =
  /** Proven already, or called off: the booking's own page tells. */
  | { kind: 'settled' }
  /** To be confirmed; late when `expiresAt` has passed. */
  | { kind: 'open'; expiresAt: Date }
  /** Its time is gone; another can be taken in one press while the form is kept. */
  | { kind: 'over'; keepsForm: boolean };

const ends = new Set<ProblemCode>([
  'request_expired',
  'slot_taken',
  'slot_not_offered',
  'not_found',
]);

export function confirmationStageOf(
  booking: Booking,
  now: Date,
  trouble: Problem | undefined,
): ConfirmationStage {
  if (booking.state === 'requested') {
    if (booking.provenAt !== null) return { kind: 'settled' };
    return isGone(booking, now, trouble)
      ? { kind: 'over', keepsForm: true }
      : { kind: 'open', expiresAt: booking.expiresAt };
  }
  if (booking.state !== 'expired' || booking.provenAt !== null) return { kind: 'settled' };
  if (booking.attendee === null) return { kind: 'over', keepsForm: false };
  return isGone(booking, now, trouble)
    ? { kind: 'over', keepsForm: true }
    : { kind: 'open', expiresAt: booking.changedAt };
}

function isGone(booking: Booking, now: Date, trouble: Problem | undefined): boolean {
  return booking.startsAt <= now || (trouble !== undefined && ends.has(trouble.code));
}
