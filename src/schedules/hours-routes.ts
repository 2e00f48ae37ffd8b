// /api/me/availability: when the organiser is open, by the default schedule.
import { Router } from '@koa/router';
import { z } from 'zod';
import { getAvailability } from '../availability/availability-queries.ts';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { readHours } from './hours-input.ts';
import { presentAvailability, presentStranded } from './schedule-presenter.ts';
import { setHours } from './set-hours.ts';

export function hoursRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/availability' });
  router.get('/', async (ctx) => {
    ctx.body = presentAvailability(await getAvailability(parts.database, requireOrganiser(ctx).id));
  });
  router.put('/', async (ctx) => {
    const ids = { organiserId: requireOrganiser(ctx).id, scheduleId: null };
    const body = readBody(ctx, z.unknown());
    const { result, stranded } = await setHours(parts, ids, 'any', (before, now) =>
      readHours(body, before, now),
    );
    ctx.body = { ...presentAvailability(result), stranded: presentStranded(stranded) };
  });
  return router;
}
