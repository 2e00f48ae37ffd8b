// /api/me/privacy: how long what the form asked is kept, and the receipts of what was erased on request.
import { Router } from '@koa/router';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { readId } from '../organisers/id-input.ts';
import type { Parts } from '../parts.ts';
import { privacyChange } from './attendee-input.ts';
import { presentReceipt } from './attendee-presenter.ts';
import { getReceipt, listReceipts } from './erasure-queries.ts';
import { getRetention } from './retention-queries.ts';
import { setRetention } from './set-retention.ts';

export function privacyRoutes(parts: Parts): Router {
  const { database } = parts;
  const router = new Router({ prefix: '/api/me/privacy' });
  router.get('/', async (ctx) => {
    ctx.body = { retention: await getRetention(database, requireOrganiser(ctx).id) };
  });
  router.patch('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const { retention } = readBody(ctx, privacyChange);
    ctx.body = { retention: await setRetention(parts, id, retention) };
  });
  router.get('/receipts', async (ctx) => {
    const receipts = await listReceipts(database, requireOrganiser(ctx).id);
    ctx.body = { receipts: receipts.map(presentReceipt) };
  });
  router.get('/receipts/:id', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    ctx.body = presentReceipt(await getReceipt(database, id, readId(ctx)));
  });
  return router;
}
