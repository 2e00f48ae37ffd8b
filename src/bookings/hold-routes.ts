// Holds in the public API.
import { Router } from '@koa/router';
import { z } from 'zod';
import { clientOf } from '../http/client.ts';
import { readBody } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { presentHold } from './booking-presenter.ts';
import { holdSlot } from './hold-slot.ts';
import { releaseHold } from './release-hold.ts';

export const instant = z.iso
  .datetime({
    offset: true,
    error: () => say('This must be an instant with its offset, like 2026-11-23T09:00:00+01:00.'),
  })
  .transform((text) => new Date(text));

/** A link's word: a handle, a slug or a token. */
export const word = z
  .string()
  .min(1, { error: () => say('This is needed.') })
  .max(100, { error: () => say('This is too long.') })
  .regex(/^\P{Cc}*$/u, { error: () => say('Please leave out control characters.') });

/** Which there are is the event type's to say. */
export const length = z.int({ error: () => say('Give a whole number of minutes.') });

export const holdInput = z.strictObject({
  organiser: word,
  eventType: word,
  start: instant,
  durationMinutes: length.optional(),
  key: word.optional(),
  replaces: word.optional(),
});

export function holdRoutes(parts: Parts): Router {
  const router = new Router();
  router.post('/api/holds', async (ctx) => {
    const { start, replaces, ...slot } = readBody(ctx, holdInput);
    const held = await holdSlot(parts, {
      ...slot,
      startsAt: start,
      ...(replaces !== undefined && { replaces }),
      client: clientOf(ctx, parts),
    });
    ctx.status = 201;
    ctx.body = presentHold(held);
  });
  router.delete('/api/holds/:token', async (ctx) => {
    await releaseHold(parts, ctx.params['token']!);
    ctx.status = 204;
  });
  return router;
}
