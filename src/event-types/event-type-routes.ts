// /api/me/event-types: what the signed-in organiser offers.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { duplicateEventType } from './duplicate-event-type.ts';
import { addEventType, changeEventType, getOwnEventType } from './edit-event-types.ts';
import { eventTypeChange, eventTypeDraft } from './event-type-input.ts';
import { presentEventType } from './event-type-presenter.ts';
import { listEventTypes } from './event-type-queries.ts';
import type { EventType } from './event-type.ts';
import { removeEventType, restoreEventType } from './remove-event-type.ts';
import { secretLinkRoutes } from './secret-link-routes.ts';

export function eventTypeRoutes(parts: Parts): Router {
  const router = new Router();
  router.use(ownEventTypes(parts).routes());
  router.use(secretLinkRoutes(parts).routes());
  return router;
}

function ownEventTypes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/event-types' });
  router.get('/', async (ctx) => {
    const eventTypes = await listEventTypes(parts.database, requireOrganiser(ctx).id);
    ctx.body = { eventTypes: eventTypes.map(presentEventType) };
  });
  router.post('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    created(ctx, await addEventType(parts, id, readBody(ctx, eventTypeDraft)));
  });
  router.get('/:slug', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    ctx.body = presentEventType(await getOwnEventType(parts, id, ctx.params['slug']!));
  });
  router.patch('/:slug', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const change = readBody(ctx, eventTypeChange);
    ctx.body = presentEventType(await changeEventType(parts, id, ctx.params['slug']!, change));
  });
  router.delete('/:slug', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const hidden = await removeEventType(parts, id, ctx.params['slug']!);
    ctx.status = hidden ? 200 : 204;
    if (hidden) ctx.body = presentEventType(hidden);
  });
  router.post('/:slug/restore', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    ctx.body = presentEventType(await restoreEventType(parts, id, ctx.params['slug']!));
  });
  router.post('/:slug/duplicate', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    created(ctx, await duplicateEventType(parts, id, ctx.params['slug']!));
  });
  return router;
}

function created(ctx: Context, eventType: EventType): void {
  ctx.status = 201;
  ctx.set('Location', `/api/me/event-types/${eventType.slug}`);
  ctx.body = presentEventType(eventType);
}
