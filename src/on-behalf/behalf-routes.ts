// POST /api/me/bookings: a booking that the organiser makes for somebody.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { readIdempotency } from '../bookings/booking-input.ts';
import type { Idempotency } from '../bookings/request-queries.ts';
import { atLength } from '../event-types/durations.ts';
import { getOwnEventType } from '../event-types/edit-event-types.ts';
import { defaultAsks } from '../event-types/event-type.ts';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { presentOwnBooking } from '../organisers/own-booking-presenter.ts';
import { getOwnBooking } from '../organisers/own-booking-queries.ts';
import type { Parts } from '../parts.ts';
import { behalfPlace, readBehalf, withHabits } from './behalf-input.ts';
import { bookOnBehalf } from './book-on-behalf.ts';
import { objected } from './objected.ts';

export function behalfRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/bookings' });
  router.post('/', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const outcome = await bookOnBehalf(parts, await readRequest(parts, ctx, organiser));
    if (outcome.is === 'objected') throw objected(outcome.objections, organiser.timeZone);
    const { bookingId, isNew } = outcome;
    ctx.status = isNew ? 201 : 200;
    ctx.body = presentOwnBooking(
      await getOwnBooking(parts.database, organiser.id, bookingId, parts.clock()),
    );
  });
  return router;
}

async function readRequest(parts: Parts, ctx: RouterContext, organiser: Organiser) {
  const sent = readBody(ctx, z.looseObject({ attendee: z.unknown() }));
  const attendee = await withHabits(parts.database, organiser, sent.attendee);
  const body = { ...sent, attendee };
  const place = behalfPlace.safeParse(body);
  // what is wrong with the place is told with all that is wrong beside
  if (!place.success) throw faultsOf(body);
  const { eventType: slug, durationMinutes } = place.data;
  const eventType = await getOwnEventType(parts, organiser.id, slug);
  const { accept: words, ...read } = readBehalf(body, eventType);
  return {
    ...read,
    ...idempotencyOf(parts, ctx, organiser),
    organiser,
    eventType: atLength(eventType, durationMinutes),
    accepts: { words },
  };
}

function faultsOf(body: unknown): unknown {
  try {
    return readBehalf(body, { asks: defaultAsks, questions: [] });
  } catch (error) {
    return error;
  }
}

/** Another organiser's same key is another key. */
function idempotencyOf(
  { tokens }: Parts,
  ctx: RouterContext,
  { id }: Organiser,
): { idempotency?: Idempotency } {
  const { idempotency } = readIdempotency(ctx, tokens);
  if (!idempotency) return {};
  const key = tokens.fingerprint(`${id} ${idempotency.keyHash.toString('base64url')}`);
  return { idempotency: { ...idempotency, keyHash: Buffer.from(key, 'base64url') } };
}
