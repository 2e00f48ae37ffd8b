// "Undo the move", from the mail that tells the organiser of a move in Google Calendar: back to the time before it, as
// long as nothing has changed since.
import type { Queryable } from '../database/database.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import { say } from '../languages/say.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import { refuseIfDisabled } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { Problem, type SlotTimes } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { findTimesBefore, getBooking } from './booking-queries.ts';
import { moveMails } from './booking-rules.ts';
import type { Booking } from './booking.ts';
import { refuseClash, updateTimes } from './change-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { withBuffers } from './follow-move.ts';
import { type BookingWithContext, withContext } from './get-hold.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { unknownLink } from './token-ids.ts';

export type Undo = BookingWithContext & {
  /** The time to go back to; null when there is nothing to undo, or not any more. */
  back: SlotTimes | null;
};

/** For the page that the mail's link opens: shows, changes nothing. Throws not_found. */
export async function getUndo(parts: Parts, token: string): Promise<Undo> {
  const booking = await getBookingOfUndo(parts.database, parts.tokens, token);
  const back = await findBack(parts, parts.database, booking, token, parts.clock());
  return { ...(await withContext(parts, booking)), back };
}

/** Throws not_found, slot_taken, or forbidden when there is nothing to undo any more. */
export async function undoMove(parts: Parts, token: string): Promise<void> {
  const { id, organiserId } = await getBookingOfUndo(parts.database, parts.tokens, token);
  refuseIfDisabled(await getOrganiserById(parts.database, organiserId));
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const booking = await getBooking(transaction, id);
    const back = await findBack(parts, transaction, booking, token, now);
    if (!back) throw new Problem('forbidden', say('There is nothing to undo any more.'));
    const blocked = withBuffers(back, await getEventTypeById(transaction, booking.eventTypeId));
    await refuseClash(transaction, { ...booking, blocked });
    await updateTimes(transaction, { id, now, actor: 'organiser' }, { ...back, blocked });
    const mails = moveMails('organiser');
    await enqueueConsequences(parts.jobs, transaction, id, { publish: true, mails });
  });
}

/** The link is of one revision: any of them proves that it is ours. */
async function getBookingOfUndo(
  database: Queryable,
  tokens: Tokens,
  token: string,
): Promise<Booking> {
  const id = tokens.idOf(token);
  if (id === null) throw unknownLink();
  const booking = await getBooking(database, id);
  const revisions = Array.from({ length: booking.revision + 1 }, (_, revision) => revision);
  if (!revisions.some((revision) => tokens.matches(token, 'undo', id, revision)))
    throw unknownLink();
  return booking;
}

async function findBack(
  { tokens }: Parts,
  database: Queryable,
  booking: Booking,
  token: string,
  now: Date,
): Promise<SlotTimes | null> {
  const isLatest = tokens.matches(token, 'undo', booking.id, booking.revision);
  if (!isLatest || booking.state !== 'confirmed') return null;
  const before = await findTimesBefore(database, booking);
  return before && before.startsAt > now ? before : null;
}
