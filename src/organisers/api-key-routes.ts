// /api/me/api-keys: keys for the organiser's own programs. A key is shown once, when it is made.
import { Router } from '@koa/router';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { apiKeyInput } from './api-key-input.ts';
import { deleteApiKey, listApiKeys } from './api-key-queries.ts';
import { createApiKey } from './create-api-key.ts';
import { readId } from './id-input.ts';
import { presentApiKey } from './organiser-presenter.ts';

export function apiKeyRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/api-keys' });
  router.get('/', async (ctx) => {
    const apiKeys = await listApiKeys(parts.database, requireOrganiser(ctx).id);
    ctx.body = { apiKeys: apiKeys.map(presentApiKey) };
  });
  router.post('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const { apiKey, key } = await createApiKey(parts, id, readBody(ctx, apiKeyInput));
    ctx.status = 201;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { ...presentApiKey(apiKey), key };
  });
  router.delete('/:id', async (ctx) => {
    await deleteApiKey(parts.database, requireOrganiser(ctx).id, readId(ctx));
    ctx.status = 204;
  });
  return router;
}
