// /api/me/time-off: moments from which and to which no schedule is open. What is over is not listed.
import { Router } from '@koa/router';
import type { z } from 'zod';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { readId } from '../organisers/id-input.ts';
import type { Parts } from '../parts.ts';
import { addTimeOff, cancelTimeOff, changeTimeOff } from './edit-time-off.ts';
import { timeOffInput } from './schedule-input.ts';
import { presentStranded, presentTimeOff } from './schedule-presenter.ts';
import { getTimeOff, listTimeOffSince } from './time-off-queries.ts';
import type { TimeOffFields } from './time-off.ts';

export function timeOffRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/time-off' });
  router.get('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const coming = await listTimeOffSince(parts.database, id, parts.clock());
    ctx.body = { timeOff: coming.map(presentTimeOff) };
  });
  router.post('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const fields = fieldsOf(readBody(ctx, timeOffInput));
    const { result, stranded } = await addTimeOff(parts, id, fields, 'any');
    ctx.status = 201;
    ctx.set('Location', `/api/me/time-off/${result.id}`);
    ctx.body = { ...presentTimeOff(result), stranded: presentStranded(stranded) };
  });
  router.get('/:id', async (ctx) => {
    ctx.body = presentTimeOff(
      await getTimeOff(parts.database, requireOrganiser(ctx).id, readId(ctx)),
    );
  });
  router.put('/:id', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const timeOff = { id: readId(ctx), ...fieldsOf(readBody(ctx, timeOffInput)) };
    const { result, stranded } = await changeTimeOff(parts, id, timeOff, 'any');
    ctx.body = { ...presentTimeOff(result), stranded: presentStranded(stranded) };
  });
  router.delete('/:id', async (ctx) => {
    await cancelTimeOff(parts, requireOrganiser(ctx).id, readId(ctx));
    ctx.status = 204;
  });
  return router;
}

function fieldsOf({ start, end, label = '' }: z.infer<typeof timeOffInput>): TimeOffFields {
  return { startsAt: start, endsAt: end, label };
}
