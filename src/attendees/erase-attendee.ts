// Erases a person on request, and gives a receipt. Bookings stay as times without a person, so that history and
// numbers stay true.
import { updateToCancelled } from '../bookings/change-queries.ts';
import { enqueueConsequences } from '../bookings/enqueue-consequences.ts';
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { updateEndedToCompleted } from '../bookings/sweep-queries.ts';
import type { Transaction } from '../database/database.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { listAttendeeBookings, listChangesOf } from './attendee-booking-queries.ts';
import { getAttendee } from './attendee-queries.ts';
import type { AttendeeBooking } from './attendee.ts';
import { fieldsToErase } from './erased.ts';
import { eraseBookings, eraseReasons, eraseRefusals, insertReceipt } from './erasure-queries.ts';
import type { Receipt } from './receipt.ts';
import { deleteAttendee } from './write-attendee-queries.ts';

/**
 * @param cancelsUpcoming whether appointments to come are called off with it. Google tells the attendee: our own mail
 * has no address to go to any more. Throws not_found; forbidden, where there are some and they are not to be called off,
 * or while an appointment is under way.
 */
export async function eraseAttendee(
  parts: Parts,
  organiserId: string,
  { id, cancelsUpcoming }: { id: string; cancelsUpcoming: boolean },
): Promise<Receipt> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    await updateEndedToCompleted(transaction, organiserId, now);
    const attendee = await getAttendee(transaction, organiserId, id, now);
    const bookings = await listAttendeeBookings(transaction, organiserId, attendee, now);
    const ids = bookings.map((booking) => booking.id);
    const changes = await listChangesOf(transaction, ids);
    const upcoming = bookings.filter(({ state }) => state === 'requested' || state === 'confirmed');
    refuseUpcoming(upcoming, cancelsUpcoming, now);
    await cancelAll(parts, transaction, upcoming, now);
    await eraseBookings(transaction, ids);
    await eraseReasons(transaction, ids);
    await eraseRefusals(transaction, ids);
    await deleteAttendee(transaction, id);
    const receipt = {
      erasedAt: now,
      fields: fieldsToErase(attendee, bookings, changes),
      addressCount: 1 + attendee.formerAddresses.length,
      bookingCount: bookings.length,
      cancelledCount: upcoming.length,
    };
    return { id: await insertReceipt(transaction, organiserId, receipt), ...receipt };
  });
}

function refuseUpcoming(
  upcoming: readonly AttendeeBooking[],
  cancelsUpcoming: boolean,
  now: Date,
): void {
  if (upcoming.some(({ startsAt }) => startsAt <= now))
    throw new Problem(
      'forbidden',
      'An appointment is under way. Please erase once it is over, its buffer included.',
    );
  if (upcoming.length > 0 && !cancelsUpcoming)
    throw new Problem(
      'forbidden',
      'There is an appointment to come. Cancel it first, or agree that it is cancelled now.',
    );
}

async function cancelAll(
  { jobs }: Parts,
  transaction: Transaction,
  upcoming: readonly AttendeeBooking[],
  now: Date,
): Promise<void> {
  for (const { id, state } of upcoming) {
    await updateToCancelled(transaction, { id, now, actor: 'organiser' }, null);
    const publish = state === 'confirmed';
    await enqueueConsequences(jobs, transaction, id, { publish, mails: [] });
  }
}
