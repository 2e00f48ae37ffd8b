// The form is in: the hold becomes a request whose address is to be proven, or at once a booking where the event type
// asks no proof. The same hold or the same Idempotency-Key again gives the same booking.
import { checkStillFree } from '../availability/check-slot.ts';
import type { Transaction } from '../database/database.ts';
import { getEventTypeById } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Parts } from '../parts.ts';
import { isProblem, Problem } from '../problem.ts';
import { lockOrganiser } from './booking-locks.ts';
import { getBooking } from './booking-queries.ts';
import { hasRunOut, requestExpiry } from './booking-rules.ts';
import type { AttendeeForm, Booking } from './booking.ts';
import { updateToRequested } from './change-queries.ts';
import { writeConfirmed } from './confirm-booking.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { holdExpired } from './get-hold.ts';
import { type NewHold, takeHold } from './hold-queries.ts';
import { type HoldRequest, prepareHold, refuseUnlessHeld } from './hold-slot.ts';
import {
  countRecentRequests,
  findIdempotentRequest,
  type Idempotency,
  insertIdempotentRequest,
} from './request-queries.ts';
import { idOfToken } from './token-ids.ts';

export type BookingRequest = {
  /** A hold's token, or the slot itself, in one step. */
  hold?: string;
  slot?: Omit<HoldRequest, 'client' | 'replaces'>;
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
  const before = (await findReplay(parts, request)) ?? (await findBookingOfHold(parts, request));
  if (before) return present(parts, before, false);
  await checkLimits(parts, request);
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
  const twin = isProblem(error, 'slot_taken') ? await findReplay(parts, request) : null;
  if (!twin) throw error;
  return present(parts, twin, false);
}

async function findReplay(
  { database, clock }: Parts,
  { idempotency }: BookingRequest,
): Promise<Booking | null> {
  if (!idempotency) return null;
  const earlier = await findIdempotentRequest(database, idempotency, clock());
  if (!earlier) return null;
  refuseOtherBody(earlier, idempotency);
  return getBooking(database, earlier.bookingId);
}

function refuseOtherBody(earlier: { bodyHash: Buffer }, { bodyHash }: Idempotency): void {
  if (!earlier.bodyHash.equals(bodyHash))
    throw new Problem(
      'idempotency_mismatch',
      'This Idempotency-Key came with another body before.',
    );
}

/** The form sent again (double click, Back): what became of its hold. Throws hold_expired. */
async function findBookingOfHold(parts: Parts, { hold }: BookingRequest): Promise<Booking | null> {
  if (hold === undefined) return null;
  const booking = await getBooking(parts.database, idOfToken(parts, hold, 'hold'));
  if (booking.state === 'held' && !hasRunOut(booking, parts.clock())) return null;
  if (!('attendee' in booking) || booking.attendee === null) throw holdExpired();
  return booking;
}

async function findGround(parts: Parts, { hold, slot, client }: BookingRequest): Promise<Ground> {
  if (slot) {
    const { hold: newHold, eventType, isLive } = await prepareHold(parts, { ...slot, client });
    const { id, organiserId, startsAt } = newHold;
    return { id, organiserId, eventType, startsAt, newHold, isLive };
  }
  const { id, organiserId, eventTypeId, startsAt } = await getBooking(
    parts.database,
    idOfToken(parts, hold!, 'hold'),
  );
  const eventType = await getEventTypeById(parts.database, eventTypeId);
  const isInstant = eventType.confirmation === 'instant';
  const { isLive } = isInstant
    ? await checkStillFree(parts, { eventType, startsAt })
    : { isLive: true };
  return { id, organiserId, eventType, startsAt, newHold: null, isLive };
}

async function write(
  { database, jobs, clock }: Parts,
  { attendee, idempotency }: BookingRequest,
  ground: Ground,
): Promise<{ id: string; isNew: boolean }> {
  return database.transaction(async (transaction) => {
    const now = clock();
    await lockOrganiser(transaction, ground.organiserId, now);
    const earlier = idempotency && (await findIdempotentRequest(transaction, idempotency, now));
    if (earlier) {
      refuseOtherBody(earlier, idempotency);
      return { id: earlier.bookingId, isNew: false };
    }
    if (ground.newHold) refuseUnlessHeld(await takeHold(transaction, ground.newHold, now));
    const change = { id: ground.id, now, actor: 'attendee' } as const;
    const isRequested = await updateToRequested(transaction, change, attendee, requestExpiry(now));
    if (!isRequested) return { id: await findTwin(transaction, ground.id), isNew: false };
    if (idempotency) await insertIdempotentRequest(transaction, idempotency, ground.id, now);
    if (ground.eventType.confirmation === 'instant')
      await writeConfirmed(jobs, transaction, change, {
        isLive: ground.isLive,
        endsOldLink: false,
      });
    else
      await enqueueConsequences(jobs, transaction, ground.id, {
        publish: false,
        mails: ['prove-address'],
      });
    return { id: ground.id, isNew: true };
  });
}

/** The other half of a double click was faster. Throws hold_expired when it was not that. */
async function findTwin(transaction: Transaction, id: string): Promise<string> {
  const booking = await getBooking(transaction, id);
  if (!('attendee' in booking) || booking.attendee === null || booking.state === 'expired')
    throw holdExpired();
  return id;
}

/** Always the first link: the one that the proof gives is for the mailbox's owner alone. */
function present({ tokens }: Parts, booking: Booking, isNew: boolean): RequestedBooking {
  return { booking, manageToken: tokens.create('manage', booking.id), isNew };
}

const mostOfAddress = 3;
const mostOfClient = 10;

async function checkLimits(parts: Parts, { attendee, client }: BookingRequest): Promise<void> {
  const { email } = attendee;
  const { ofAddress, ofClient } = await countRecentRequests(
    parts.database,
    { email, client },
    parts.clock(),
  );
  if (ofAddress >= mostOfAddress || ofClient >= mostOfClient)
    throw new Problem(
      'too_many_requests',
      'There were several requests already that nobody confirmed. Please look into your mail, or try again in an hour.',
      { retryAfterSeconds: 3600 },
    );
}
