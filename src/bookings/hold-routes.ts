// Holds in the public API.
import { Router } from '@koa/router';
import { z } from 'zod';
import { clientOf } from '../http/client.ts';
import { readBody } from '../http/input.ts';
import type { Parts } from '../parts.ts';
import { presentHold } from './booking-presenter.ts';
import { holdSlot } from './hold-slot.ts';
import { releaseHold } from './release-hold.ts';

export const instant = z.iso
  .datetime({
    offset: true,
    error: 'This must be an instant with its offset, like 2026-11-23T09:00:00+01:00.',
  })
  .transform((text) => new Date(text));

/** A link's word: a handle, a slug or a token. */
export const word = z
  .string()
  .min(1, 'This is needed.')
  .max(100, 'This is too long.')
  .regex(/^\P{Cc}*$/u, 'Please leave out control characters.');

export const holdInput = z.strictObject({
  organiser: word,
  eventType: word,
  start: instant,
  replaces: word.optional(),
});

export function holdRoutes(parts: Parts): Router {
  const router = new Router();
  router.post('/api/holds', async (ctx) => {
    const { organiser, eventType, start, replaces } = readBody(ctx, holdInput);
    const slot = {
      organiser,
      eventType,
      startsAt: start,
      ...(replaces !== undefined && { replaces }),
    };
    const held = await holdSlot(parts, { ...slot, client: clientOf(ctx, parts) });
    ctx.status = 201;
    ctx.body = presentHold(held);
  });
  router.delete('/api/holds/:token', async (ctx) => {
    await releaseHold(parts, ctx.params['token']!);
    ctx.status = 204;
  });
  return router;
}
