// A request turns into a booking, with all that follows; in the transaction and under the lock of the caller.
import type { Transaction } from '../database/database.ts';
import type { Jobs, MailMessage } from '../jobs/jobs.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import { findOrInsertAttendee, upsertAttendee } from './attendee-queries.ts';
import { getBooking } from './booking-queries.ts';
import type { Booking } from './booking.ts';
import { type Change, refuseClash, updateToConfirmed } from './change-queries.ts';
import { enqueueConsequences, enqueueRecheck } from './enqueue-consequences.ts';

/** @param isProof whether this change proves the address. Throws slot_taken. */
export async function writeConfirmed(
  jobs: Jobs,
  transaction: Transaction,
  change: Change,
  { isLive, isProof }: { isLive: boolean; isProof: boolean },
): Promise<void> {
  const booking = await getBooking(transaction, change.id);
  await refuseClash(transaction, booking);
  const attendeeId = await writeAttendee(transaction, booking, isProof, change.now);
  await updateToConfirmed(transaction, change, { attendeeId, isProof });
  const mails: MailMessage[] =
    change.actor === 'organiser' ? ['confirmed'] : ['confirmed', 'organiser-booked'];
  await enqueueConsequences(jobs, transaction, change.id, { publish: true, mails });
  if (!isLive) await enqueueRecheck(jobs, transaction, change.id);
}

/** Only the proof may change what is known of an address: anybody can type one. */
async function writeAttendee(
  transaction: Transaction,
  booking: Booking,
  isProof: boolean,
  now: Date,
): Promise<string> {
  if (!('attendee' in booking) || !booking.attendee)
    throw new Problem('not_found', say('There is no such request.'));
  const isProven = isProof || ('provenAt' in booking && booking.provenAt !== null);
  const write = isProven ? upsertAttendee : findOrInsertAttendee;
  return write(transaction, booking.organiserId, booking.attendee, now);
}
