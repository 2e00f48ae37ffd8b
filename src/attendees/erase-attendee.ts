// Erases a person on request, and gives a receipt. Bookings stay as times without a person, so that history and
// numbers stay true.
import { updateToCancelled } from '../bookings/change-queries.ts';
import { enqueueConsequences } from '../bookings/enqueue-consequences.ts';
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { updateEndedToCompleted } from '../bookings/sweep-queries.ts';
import type { Transaction } from '../database/database.ts';
import { languageOf } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { listAttendeeBookings, listChangesOf } from './attendee-booking-queries.ts';
import { getAttendee } from './attendee-queries.ts';
import type { Attendee, AttendeeBooking } from './attendee.ts';
import { fieldsToErase } from './erased.ts';
import { eraseBookings, eraseReasons, eraseRefusals, insertReceipt } from './erasure-queries.ts';
import type { Addressee } from './receipt-queries.ts';
import type { Receipt } from './receipt.ts';
import { deleteAttendee } from './write-attendee-queries.ts';

export type Erasure = {
  id: string;
  /** Whether appointments to come are called off with it. Google tells the attendee so. */
  cancelsUpcoming: boolean;
  /** Whether the receipt is mailed to the person: the last mail that they get. */
  mailsReceipt: boolean;
};

/**
 * Throws not_found; forbidden, where appointments are to come that are not to be called off, or while one is under way.
 */
export async function eraseAttendee(
  parts: Parts,
  organiserId: string,
  { id, cancelsUpcoming, mailsReceipt }: Erasure,
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
    const addressee = mailsReceipt ? addresseeOf(attendee, bookings) : null;
    const erasureId = await insertReceipt(transaction, organiserId, receipt, addressee);
    if (addressee) await parts.jobs.enqueue(transaction, 'send-receipt', { erasureId });
    return { id: erasureId, ...receipt, mail: addressee ? 'on_its_way' : 'none' };
  });
}

/** In the language and the zone of the latest form. */
function addresseeOf({ name, email }: Attendee, bookings: readonly AttendeeBooking[]): Addressee {
  const latest = bookings.toSorted((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime())[0];
  const { locale = null, timeZone = null } = latest ?? {};
  return { name, address: email, language: languageOf(locale), timeZone };
}

function refuseUpcoming(
  upcoming: readonly AttendeeBooking[],
  cancelsUpcoming: boolean,
  now: Date,
): void {
  if (upcoming.some(({ startsAt }) => startsAt <= now))
    throw new Problem(
      'forbidden',
      say('An appointment is under way. Please erase once it is over, its buffer included.'),
    );
  if (upcoming.length > 0 && !cancelsUpcoming)
    throw new Problem(
      'forbidden',
      say('There is an appointment to come. Cancel it first, or agree that it is cancelled now.'),
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
