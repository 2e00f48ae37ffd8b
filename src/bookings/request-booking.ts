// The form is in: the hold becomes a request whose address is to be proven, or at once a booking where the event type
// asks no proof. The same hold or the same Idempotency-Key again gives the same booking.
import { checkStillFree } from '../availability/check-still-free.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import { refuseIfDisabled } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { getBooking } from './booking-queries.ts';
import { asOf, requestExpiry } from './booking-rules.ts';
import type { AttendeeForm, Booking } from './booking.ts';
import { updateToRequested } from './change-queries.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { findEarlierRequest, findReplay, findTwin } from './find-earlier-request.ts';
import { type NewHold, takeHold } from './hold-queries.ts';
import { type HoldRequest, type Predecessor, prepareHold, refuseUnlessHeld } from './hold-slot.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { refuseTooMany } from './request-limits.ts';
import { type Idempotency, insertIdempotentRequest } from './request-queries.ts';
import { idOfToken } from './token-ids.ts';
import { writeConfirmed } from './write-confirmed.ts';

export type BookingRequest = {
  /** A hold's token, or the slot itself, in one step. */
  hold?: string;
  slot?: Omit<HoldRequest, 'client' | 'replaces'>;
  /** A request that ran out, and that this one follows: as long, and by the same secret link. */
  before?: Predecessor;
  attendee: AttendeeForm;
  idempotency?: Idempotency;
  client: string | null;
};

export type RequestedBooking = { booking: Booking; manageToken: string; isNew: boolean };

/** What is to be turned into a request: a hold that is there, or one that is taken in the same transaction. */
type Ground = {
  id: string;
  organiserId: string;
  eventType: EventType;
  startsAt: Date;
  newHold: NewHold | null;
  isLive: boolean;
};

/** Throws hold_expired, slot_taken, slot_not_offered, idempotency_mismatch, too_many_requests or calendar_unavailable. */
export async function requestBooking(
  parts: Parts,
  request: BookingRequest,
): Promise<RequestedBooking> {
  const before = await findEarlierRequest(parts, request);
  if (before) return present(parts, before, false);
  const ground = await findGround(parts, request).catch((error: unknown) =>
    replayInstead(parts, request, error),
  );
  if ('booking' in ground) return ground;
  const { id, isNew } = await write(parts, request, ground);
  return present(parts, await getBooking(parts.database, id), isNew);
}

/** A twin of this request may have taken the slot between the look at the key and the look at the slot. */
async function replayInstead(
  parts: Parts,
  request: BookingRequest,
  error: unknown,
): Promise<RequestedBooking> {
  const twin = isProblem(error, 'slot_taken')
    ? await findReplay(parts.database, request, parts.clock())
    : null;
  if (twin === null) throw error;
  return present(parts, await getBooking(parts.database, twin), false);
}

async function findGround(
  parts: Parts,
  { hold, slot, before, client }: BookingRequest,
): Promise<Ground> {
  if (slot) {
    const prepared = await prepareHold(parts, { ...slot, client }, before);
    const { hold: newHold, eventType, isLive } = prepared;
    const { id, organiserId, startsAt } = newHold;
    return { id, organiserId, eventType, startsAt, newHold, isLive };
  }
  const booking = await getBooking(parts.database, idOfToken(parts, hold!, 'hold'));
  const { id, organiserId, eventTypeId, startsAt } = booking;
  refuseIfDisabled(await getOrganiserById(parts.database, organiserId));
  const eventType = await getEventTypeById(parts.database, eventTypeId);
  const isInstant = eventType.confirmation === 'instant';
  const { isLive } = isInstant ? await checkStillFree(parts, booking) : { isLive: true };
  return { id, organiserId, eventType, startsAt, newHold: null, isLive };
}

async function write(
  parts: Parts,
  request: BookingRequest,
  ground: Ground,
): Promise<{ id: string; isNew: boolean }> {
  const { attendee, idempotency, client } = request;
  const { jobs } = parts;
  return organiserTransaction(parts, ground.organiserId, async (transaction, now) => {
    const earlier = await findReplay(transaction, request, now);
    if (earlier) return { id: earlier, isNew: false };
    if (ground.newHold) refuseUnlessHeld(await takeHold(transaction, ground.newHold, now));
    const change = { id: ground.id, now, actor: 'attendee' } as const;
    const isRequested = await updateToRequested(
      transaction,
      change,
      attendee,
      requestExpiry(now, ground.startsAt),
    );
    if (!isRequested) return { id: await findTwin(transaction, ground.id), isNew: false };
    await refuseTooMany(transaction, { id: ground.id, email: attendee.email, client }, now);
    if (idempotency) await insertIdempotentRequest(transaction, idempotency, ground.id, now);
    if (ground.eventType.confirmation === 'instant')
      await writeConfirmed(jobs, transaction, change, { isLive: ground.isLive, isProof: false });
    else
      await enqueueConsequences(jobs, transaction, ground.id, {
        publish: false,
        mails: ['prove-address'],
      });
    return { id: ground.id, isNew: true };
  });
}

/** Always the first link: the one that the proof gives is for the mailbox's owner alone. */
function present({ tokens, clock }: Parts, booking: Booking, isNew: boolean): RequestedBooking {
  return {
    booking: asOf(booking, clock()),
    manageToken: tokens.create('manage', booking.id),
    isNew,
  };
}
