// /api/me/availability: when the organiser is open.
import { Router } from '@koa/router';
import { z } from 'zod';
import { getAvailability } from '../availability/availability-queries.ts';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { readHours } from './hours-input.ts';
import { setHours } from './set-hours.ts';

export function hoursRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/availability' });
  router.get('/', async (ctx) => {
    ctx.body = await getAvailability(parts.database, requireOrganiser(ctx).id);
  });
  router.put('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const body = readBody(ctx, z.unknown());
    ctx.body = await setHours(parts, id, (before, now) => readHours(body, before, now));
  });
  return router;
}
