// /api/me/schedules: the organiser's named sets of hours, the default one among them.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { readBody, readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { readId } from '../organisers/id-input.ts';
import type { Parts } from '../parts.ts';
import { addSchedule, removeSchedule } from './edit-schedules.ts';
import { replaceSchedule } from './replace-schedule.ts';
import { readScheduleChange, scheduleDraft, scheduleGone } from './schedule-input.ts';
import { presentSchedule, presentStranded } from './schedule-presenter.ts';
import { getSchedule, listSchedules, listScheduleUsers } from './schedule-queries.ts';
import type { Schedule } from './schedule.ts';

export function scheduleRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/schedules' });
  router.get('/', async (ctx) => {
    const present = await presenter(parts, ctx);
    const schedules = await listSchedules(parts.database, requireOrganiser(ctx).id);
    ctx.body = { schedules: schedules.map(present) };
  });
  router.post('/', async (ctx) => {
    const organiserId = requireOrganiser(ctx).id;
    const id = await addSchedule(parts, organiserId, readBody(ctx, scheduleDraft));
    ctx.status = 201;
    ctx.set('Location', `/api/me/schedules/${id}`);
    ctx.body = await presented(parts, ctx, id);
  });
  router.get('/:id', async (ctx) => {
    ctx.body = await presented(parts, ctx, readId(ctx));
  });
  router.put('/:id', async (ctx) => {
    const { id: organiserId, timeZone } = requireOrganiser(ctx);
    const id = readId(ctx);
    const body = readBody(ctx, z.unknown());
    const { stranded } = await replaceSchedule(parts, { organiserId, id }, 'any', (before, now) =>
      readScheduleChange(body, before, { timeZone, now }),
    );
    ctx.body = { ...(await presented(parts, ctx, id)), stranded: presentStranded(stranded) };
  });
  router.delete('/:id', async (ctx) => {
    const organiserId = requireOrganiser(ctx).id;
    const { moveTo } = readQuery(ctx, scheduleGone);
    const id = readId(ctx);
    const { stranded } = await removeSchedule(parts, organiserId, { id, moveTo }, 'any');
    ctx.body = { stranded: presentStranded(stranded) };
  });
  return router;
}

async function presented(parts: Parts, ctx: RouterContext, id: string) {
  const present = await presenter(parts, ctx);
  return present(await getSchedule(parts.database, requireOrganiser(ctx).id, id));
}

async function presenter({ database }: Parts, ctx: RouterContext) {
  const { id, timeZone } = requireOrganiser(ctx);
  const all = await listScheduleUsers(database, id);
  return (schedule: Schedule) => {
    const users = all.filter(({ scheduleId }) => scheduleId === schedule.id);
    return presentSchedule(schedule, { timeZone, users });
  };
}
