// A slot is kept for ten minutes while the form is open. Google is asked first, outside of the transaction; the
// database has the last word.
import { randomUUID } from 'node:crypto';
import { checkSlot } from '../availability/check-slot.ts';
import { readTogether } from '../database/read-together.ts';
import { inTurn } from '../database/turns.ts';
import { admit } from '../event-types/admit.ts';
import { atLength } from '../event-types/durations.ts';
import { getEventType } from '../event-types/event-type-queries.ts';
import { findLinkOfBooking } from '../event-types/secret-link-queries.ts';
import { linkOver } from '../event-types/secret-link.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { findBooking } from './booking-queries.ts';
import { holdMinutes } from './booking.ts';
import { slotTaken } from './change-queries.ts';
import type { BookingWithContext } from './get-hold.ts';
import { type HoldOutcome, type NewHold, takeHold } from './hold-queries.ts';
import { releaseHold } from './release-hold.ts';

export type HoldRequest = {
  /** Handle and slug. */
  organiser: string;
  eventType: string;
  startsAt: Date;
  /** One of the event type's lengths; its own where none is said. */
  durationMinutes?: number | undefined;
  /** Of a secret link. */
  key?: string | undefined;
  /** The token of a hold that this one takes the place of. */
  replaces?: string;
  client: string | null;
  /** Where the same request must not make two. */
  id?: string;
};

export type HeldSlot = { token: string; startsAt: Date; endsAt: Date; expiresAt: Date };

/** Throws slot_taken, slot_not_offered, too_many_requests or calendar_unavailable. */
export async function holdSlot(parts: Parts, request: HoldRequest): Promise<HeldSlot> {
  const { database, tokens, clock } = parts;
  const { hold, replaced } = await prepareHold(parts, request);
  const outcome = await inTurn(hold.organiserId, () => takeHold(database, hold, clock()));
  refuseUnlessHeld(outcome);
  if (replaced && replaced.organiserId !== hold.organiserId)
    await releaseHold(parts, request.replaces!);
  return heldSlot(tokens, hold);
}

export function heldSlot(tokens: Tokens, { id, startsAt, endsAt, expiresAt }: NewHold): HeldSlot {
  return { token: tokens.create('hold', id), startsAt, endsAt, expiresAt };
}

/** What makes way for another, or is taken up again: its length and its secret link go along. */
export type Predecessor = Pick<BookingWithContext, 'booking' | 'organiser' | 'eventType'>;

/** All that is asked before the database decides. `before` makes way, beside the replaced hold. */
export async function prepareHold(parts: Parts, request: HoldRequest, before?: Predecessor) {
  const { secretLinkId, ...bookable } = before
    ? await follow(parts, before)
    : await enter(parts, request);
  const replaced = await findReplaced(parts, request.replaces);
  const { startsAt, client } = request;
  const holdId = before?.booking.id ?? replaced?.id;
  const slot = await checkSlot(parts, {
    ...bookable,
    startsAt,
    ...(holdId !== undefined && { holdId }),
  });
  const hold: NewHold = {
    id: request.id ?? randomUUID(),
    organiserId: bookable.organiser.id,
    eventTypeId: bookable.eventType.id,
    startsAt,
    endsAt: slot.endsAt,
    blocked: slot.blocked,
    expiresAt: new Date(parts.clock().getTime() + holdMinutes * 60_000),
    client,
    day: slot.day,
    dailyCap: bookable.eventType.dailyCap,
    replaces: replaced?.organiserId === bookable.organiser.id ? replaced.id : null,
    secretLinkId,
  };
  return { ...bookable, hold, replaced, isLive: slot.isLive };
}

/** Throws not_found, forbidden or invalid_input. */
async function enter(parts: Parts, request: HoldRequest) {
  const { organiser, eventType } = await getBookable(parts, request);
  const secretLinkId = await admit(parts, eventType, request.key);
  return { organiser, eventType: atLength(eventType, request.durationMinutes), secretLinkId };
}

async function follow({ database }: Parts, { booking, organiser, eventType }: Predecessor) {
  return { organiser, eventType, secretLinkId: await findLinkOfBooking(database, booking.id) };
}

function getBookable({ database }: Parts, { organiser, eventType }: HoldRequest) {
  return readTogether(database, `event type ${organiser}/${eventType}`, () =>
    getEventType(database, organiser, eventType),
  );
}

async function findReplaced({ database, tokens }: Parts, token: string | undefined) {
  const id = token === undefined ? null : tokens.idOf(token);
  if (id === null || !tokens.matches(token!, 'hold', id)) return null;
  const booking = await findBooking(database, id);
  return booking?.state === 'held' ? booking : null;
}

export function refuseUnlessHeld(outcome: HoldOutcome): void {
  if (outcome === 'link_over') throw linkOver();
  if (outcome === 'slot_taken') throw slotTaken();
  if (outcome === 'day_full')
    throw new Problem('slot_not_offered', say('This day is full. Please choose another time.'));
  if (outcome === 'too_many_holds')
    throw new Problem(
      'too_many_requests',
      say('You are keeping several times already. Finish or leave one first.'),
      {
        retryAfterSeconds: holdMinutes * 60,
      },
    );
}
