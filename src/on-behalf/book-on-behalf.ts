// The organiser books for somebody: confirmed at once, without a proof. The event goes to Google, whose invitation and our
// mail tell the attendee who booked it. The time is taken under the same lock, checks and constraint as everybody's.
import { randomUUID } from 'node:crypto';
import { findOrInsertAttendee } from '../bookings/attendee-queries.ts';
import type { AttendeeForm } from '../bookings/booking.ts';
import { refuseClash, slotTaken } from '../bookings/change-queries.ts';
import { enqueueConsequences, enqueueRecheck } from '../bookings/enqueue-consequences.ts';
import { findReplay } from '../bookings/find-earlier-request.ts';
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { type Idempotency, insertIdempotentRequest } from '../bookings/request-queries.ts';
import type { Transaction } from '../database/database.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { refuseIfDisabled } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { insertBooking } from './behalf-queries.ts';
import { type ExaminedTime, examineTime } from './examine-time.ts';
import { type Acceptance, isAccepted, type Objection } from './objection.ts';
import { refuseFull } from './refuse-full.ts';

/** The event type at the length that was chosen. */
export type BehalfRequest = Pick<Bookable, 'organiser' | 'eventType'> & {
  startsAt: Date;
  attendee: AttendeeForm;
  /** The organiser's own. */
  note: string | null;
  accepts: Acceptance;
  idempotency?: Idempotency;
};

export type BehalfOutcome =
  | { is: 'booked'; bookingId: string; isNew: boolean }
  /** Something speaks against it that was not accepted: nothing is booked. */
  | { is: 'objected'; objections: Objection[] };

/** Throws slot_taken, slot_not_offered, idempotency_mismatch or calendar_unavailable. */
export async function bookOnBehalf(parts: Parts, request: BehalfRequest): Promise<BehalfOutcome> {
  refuseIfDisabled(request.organiser);
  const twin = await findTwin(parts, request);
  if (twin) return twin;
  try {
    const time = await examineTime(parts, request);
    const { objections } = time;
    if (!isAccepted(objections, request.accepts)) return { is: 'objected', objections };
    return await write(parts, request, time);
  } catch (error) {
    // the other press of a double-click may have been quicker
    const twin = isProblem(error, 'slot_taken') ? await findTwin(parts, request) : null;
    if (twin) return twin;
    throw error;
  }
}

async function findTwin(
  { database, clock }: Parts,
  request: BehalfRequest,
): Promise<BehalfOutcome | null> {
  const bookingId = await findReplay(database, request, clock());
  return bookingId === null ? null : { is: 'booked', bookingId, isNew: false };
}

function write(parts: Parts, request: BehalfRequest, time: ExaminedTime): Promise<BehalfOutcome> {
  const { id: organiserId } = request.organiser;
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const earlier = await findReplay(transaction, request, now);
    if (earlier !== null) return { is: 'booked', bookingId: earlier, isNew: false };
    const bookingId = randomUUID();
    await refuseClash(transaction, { id: bookingId, organiserId, blocked: time.blocked });
    await refuseFull(transaction, bookingId, request, time);
    await insert(transaction, bookingId, request, time, now);
    await follow(parts, transaction, bookingId, time);
    return { is: 'booked', bookingId, isNew: true };
  });
}

async function insert(
  transaction: Transaction,
  id: string,
  { organiser, eventType, startsAt, attendee, note, idempotency }: BehalfRequest,
  { endsAt, blocked }: ExaminedTime,
  now: Date,
): Promise<void> {
  const organiserId = organiser.id;
  const booking = {
    id,
    organiserId,
    eventTypeId: eventType.id,
    startsAt,
    endsAt,
    blocked,
    attendeeId: await findOrInsertAttendee(transaction, organiserId, attendee, now),
    attendee,
    organiserNote: note,
  };
  if (!(await insertBooking(transaction, booking, now))) throw slotTaken();
  if (idempotency) await insertIdempotentRequest(transaction, idempotency, id, now);
}

/** Where Google's busy time was named and accepted, it is not told again as a surprise. */
async function follow(
  { jobs }: Parts,
  transaction: Transaction,
  bookingId: string,
  { isLive, objections }: ExaminedTime,
): Promise<void> {
  await enqueueConsequences(jobs, transaction, bookingId, { publish: true, mails: ['confirmed'] });
  const isBusyKnown = objections.some(({ is }) => is === 'busy');
  if (!isLive && !isBusyKnown) await enqueueRecheck(jobs, transaction, bookingId);
}
