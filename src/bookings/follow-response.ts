// The attendee answered Google's invitation: kept, and shown. A decline is told to the organiser, also after an acceptance; where the event type
// says so, it calls the booking off.
import type { Transaction } from '../database/database.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { getBooking } from './booking-queries.ts';
import { cancellationMails } from './booking-rules.ts';
import type { AttendeeResponse, Booking } from './booking.ts';
import { updateToCancelled } from './change-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import type { Follow } from './follow-move.ts';
import { updateResponse } from './follow-queries.ts';
import { tellAnew } from './tell-anew.ts';

export type Answer = { response: AttendeeResponse; comment: string | null };

/** In the transaction and under the lock of the caller. Says whether the booking stands. */
export async function followResponse(
  jobs: Jobs,
  transaction: Transaction,
  { bookingId, now }: Follow,
  { response, comment }: Answer,
): Promise<{ stands: boolean }> {
  const booking = await getBooking(transaction, bookingId);
  await updateResponse(transaction, bookingId, { response, comment, at: now });
  if (!isNewDecline(booking, response) || booking.startsAt <= now) return { stands: true };
  const { onDecline } = await getEventTypeById(transaction, booking.eventTypeId);
  if (onDecline === 'cancel') {
    await updateToCancelled(transaction, { id: bookingId, now, actor: 'attendee' }, comment);
    const mails = cancellationMails(booking, 'attendee');
    await enqueueConsequences(jobs, transaction, bookingId, { publish: true, mails });
    return { stands: false };
  }
  const { revision } = booking;
  await tellAnew(jobs, transaction, { bookingId, message: 'organiser-declined', revision }, now);
  return { stands: true };
}

function isNewDecline(booking: Booking, response: AttendeeResponse): boolean {
  if (booking.state !== 'confirmed') return false;
  return response === 'declined' && booking.attendeeResponse !== 'declined';
}
