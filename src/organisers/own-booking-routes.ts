// /api/me/bookings/{id}: a booking of the organiser's and what may be done with it. The list is in agenda/agenda-routes.ts.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { noteBooking } from '../bookings/note-booking.ts';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { objectionWords } from '../on-behalf/objection.ts';
import type { Parts } from '../parts.ts';
import { actOnBooking, type BookingAction } from './act-on-booking.ts';
import { readId } from './id-input.ts';
import { presentOwnBooking } from './own-booking-presenter.ts';
import { getOwnBooking } from './own-booking-queries.ts';
import { ownNoteInput } from './own-note-input.ts';

const example = '2026-11-23T09:00:00Z';

const instant = z.iso
  .datetime({
    offset: true,
    error: () => say('Give an instant with its offset, such as {example}', { example }),
  })
  .transform((text) => new Date(text));

/** For cancelling and declining. */
const reasonInput = z.strictObject({
  reason: z
    .string()
    .trim()
    .max(1000, { error: () => say('Keep it below 1,000 characters') })
    .optional(),
});

/** `accept`: what speaks against the time, and is taken into account. */
export const ownRescheduleInput = z.strictObject({
  start: instant.refine((start) => start.getTime() % 60_000 === 0, {
    error: () => say('Give a whole minute.'),
  }),
  accept: z.array(z.enum(objectionWords)).default([]),
});

export function ownBookingRoutes(parts: Parts): Router {
  const { database, clock } = parts;
  const router = new Router({ prefix: '/api/me/bookings' });
  router.get('/:id', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    ctx.body = presentOwnBooking(await getOwnBooking(database, id, readId(ctx), clock()));
  });
  router.patch('/:id', async (ctx) => {
    const own = { organiserId: requireOrganiser(ctx).id, bookingId: readId(ctx) };
    const { note } = readBody(ctx, ownNoteInput);
    await noteBooking(parts, own, note);
    ctx.body = presentOwnBooking(
      await getOwnBooking(database, own.organiserId, own.bookingId, clock()),
    );
  });
  for (const word of ['cancel', 'decline'] as const) {
    router.post(`/:id/${word}`, async (ctx) => {
      requireOrganiser(ctx);
      await act(parts, ctx, { do: word, reason: readBody(ctx, reasonInput).reason });
    });
  }
  router.post('/:id/reschedule', async (ctx) => {
    requireOrganiser(ctx);
    const { start: startsAt, accept } = readBody(ctx, ownRescheduleInput);
    await act(parts, ctx, { do: 'reschedule', startsAt, accept });
  });
  for (const word of ['approve', 'no-show', 'complete', 'publish'] as const) {
    router.post(`/:id/${word}`, (ctx) => act(parts, ctx, { do: word }));
  }
  return router;
}

async function act(parts: Parts, ctx: RouterContext, action: BookingAction): Promise<void> {
  const { id } = requireOrganiser(ctx);
  ctx.body = presentOwnBooking(await actOnBooking(parts, id, readId(ctx), action));
}
