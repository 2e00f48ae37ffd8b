// /api/me/event-types: what the signed-in organiser offers.
import { Router } from '@koa/router';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import {
  addEventType,
  changeEventType,
  getOwnEventType,
  removeEventType,
} from './edit-event-types.ts';
import { eventTypeChange, eventTypeDraft } from './event-type-input.ts';
import { presentEventType } from './event-type-presenter.ts';
import { listEventTypes } from './event-type-queries.ts';

export function eventTypeRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/event-types' });
  router.get('/', async (ctx) => {
    const eventTypes = await listEventTypes(parts.database, requireOrganiser(ctx).id);
    ctx.body = { eventTypes: eventTypes.map(presentEventType) };
  });
  router.post('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const eventType = await addEventType(parts, id, readBody(ctx, eventTypeDraft));
    ctx.status = 201;
    ctx.set('Location', `/api/me/event-types/${eventType.slug}`);
    ctx.body = presentEventType(eventType);
  });
  router.get('/:slug', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    ctx.body = presentEventType(await getOwnEventType(parts, id, ctx.params.slug!));
  });
  router.patch('/:slug', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const change = readBody(ctx, eventTypeChange);
    ctx.body = presentEventType(await changeEventType(parts, id, ctx.params.slug!, change));
  });
  router.delete('/:slug', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    await removeEventType(parts, id, ctx.params.slug!);
    ctx.status = 204;
  });
  return router;
}
