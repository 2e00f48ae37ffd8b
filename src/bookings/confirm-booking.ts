// The address is proven: Google is asked live, and the request turns into a booking, or, where the organiser wants to
// decide, waits for that. Pressed twice it is the same booking; pressed late, the slot is taken if it is still free.
import { checkStillFree } from '../availability/check-still-free.ts';
import { dayAround } from '../availability/gather-offer.ts';
import { getOpenHours } from '../availability/known-hours.ts';
import type { Transaction } from '../database/database.ts';
import { findLinkOfBooking, isLinkUsedUp } from '../event-types/secret-link-queries.ts';
import { linkOver } from '../event-types/secret-link.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { say } from '../languages/say.ts';
import { refuseIfDisabled } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { isProblem, Problem } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { approvalExpiry, asOf, hasRunOut, needsApproval } from './booking-rules.ts';
import type { Booking } from './booking.ts';
import {
  type Change,
  isDayFull,
  refuseClash,
  slotTaken,
  updateToProven,
} from './change-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { findFreeNear } from './find-form.ts';
import { type BookingWithContext, withContext } from './get-hold.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { idOfToken } from './token-ids.ts';
import { writeConfirmed } from './write-confirmed.ts';

/** For the page that the mail's link opens: shows, changes nothing. Throws not_found. */
export async function getConfirmation(parts: Parts, token: string): Promise<BookingWithContext> {
  const booking = await getBooking(parts.database, idOfToken(parts, token, 'confirm'));
  return withContext(parts, asOf(booking, parts.clock()));
}

/** Throws already_cancelled, request_expired (with the nearest three) or calendar_unavailable. */
export async function confirmBooking(
  parts: Parts,
  token: string,
): Promise<{ booking: Booking; manageToken: string }> {
  const found = await getConfirmation(parts, token);
  if (!isProven(found.booking)) await prove(parts, found);
  const booking = await getBooking(parts.database, found.booking.id);
  return {
    booking,
    manageToken: parts.tokens.create('manage', booking.id, booking.manageGeneration),
  };
}

/** Confirmed, or proven and waiting for the organiser, or past that. */
function isProven(booking: Booking): boolean {
  if (booking.state === 'requested') return booking.provenAt !== null;
  return booking.state !== 'held' && booking.state !== 'expired' && booking.state !== 'cancelled';
}

async function prove(parts: Parts, found: BookingWithContext): Promise<void> {
  const { booking, organiser } = found;
  refuseIfDisabled(organiser);
  if (booking.state === 'cancelled')
    throw new Problem('already_cancelled', say('This appointment has been cancelled.'));
  if (!canStillBeTaken(booking, parts.clock())) throw await requestExpired(parts, found);
  try {
    await writeProof(parts, found);
  } catch (error) {
    if (!isProblem(error, 'slot_taken')) throw error;
    throw hasRunOut(booking, parts.clock())
      ? await requestExpired(parts, found)
      : await taken(parts, found, error);
  }
}

/** Late is not too late: until the slot begins, and while the form is still kept. */
function canStillBeTaken(booking: Booking, now: Date): boolean {
  const isOver =
    booking.state === 'expired' && (booking.provenAt !== null || booking.attendee === null);
  return !isOver && booking.startsAt > now;
}

async function writeProof(
  parts: Parts,
  { booking, organiser, eventType }: BookingWithContext,
): Promise<void> {
  const { database, jobs } = parts;
  const { startsAt, id, organiserId } = booking;
  const { isLive } = await checkStillFree(parts, booking);
  const day = dayAround(await getOpenHours(database, organiser, eventType), startsAt);
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const current = await getBooking(transaction, id);
    if (isProven(current)) return;
    if (current.state === 'cancelled')
      throw new Problem('already_cancelled', say('This appointment has been cancelled.'));
    // asked again: the wait for the lock may have been long
    if (!canStillBeTaken(current, now)) throw slotTaken();
    const isLate = current.state === 'expired';
    if (isLate && (await isDayFull(transaction, organiserId, day, eventType.dailyCap, id)))
      throw slotTaken();
    if (isLate && (await hasNoUseLeft(transaction, id))) throw linkOver();
    const change: Change = { id, now, actor: 'attendee' };
    if (needsApproval(eventType)) await writeProven(jobs, transaction, change, current);
    else await writeConfirmed(jobs, transaction, change, { isLive, isProof: true });
  });
}

/** The request gave its use of a secret link back when it ran out: somebody else may have it by now. */
async function hasNoUseLeft(transaction: Transaction, id: string): Promise<boolean> {
  const link = await findLinkOfBooking(transaction, id);
  return link !== null && isLinkUsedUp(transaction, link, id);
}

async function writeProven(
  jobs: Jobs,
  transaction: Transaction,
  change: Change,
  booking: Booking,
): Promise<void> {
  await refuseClash(transaction, booking);
  await updateToProven(transaction, change, approvalExpiry(change.now, booking.startsAt));
  await enqueueConsequences(jobs, transaction, change.id, {
    publish: false,
    mails: ['awaiting-approval', 'organiser-approval'],
  });
}

async function requestExpired(
  parts: Parts,
  { booking, organiser, eventType }: BookingWithContext,
): Promise<Problem> {
  const { startsAt } = booking;
  const alternatives = await findFreeNear(parts, { organiser, eventType, startsAt });
  return new Problem(
    'request_expired',
    say('This request has run out, and the time is taken. Please choose another.'),
    {
      alternatives,
    },
  );
}

async function taken(
  parts: Parts,
  { booking, organiser, eventType }: BookingWithContext,
  cause: unknown,
): Promise<Problem> {
  const { startsAt } = booking;
  const alternatives = await findFreeNear(parts, { organiser, eventType, startsAt });
  return new Problem(
    'slot_taken',
    say('{organiser} is not free at this time any more. Please choose another.', {
      organiser: organiser.name,
    }),
    {
      alternatives,
      cause,
    },
  );
}
