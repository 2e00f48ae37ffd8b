// /organiser/api-keys: the keys of the organiser's own programs. A key is shown once, on the page that made it.
import { Router, type RouterContext } from '@koa/router';
import { readInput } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { apiKeyInput } from './api-key-input.ts';
import { deleteApiKey, listApiKeys } from './api-key-queries.ts';
import { type ApiKeysView, apiKeysView } from './api-keys-view.ts';
import { createApiKey } from './create-api-key.ts';
import { readFields } from './form-fields.ts';
import { readId } from './id-input.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';

const place = '/organiser/api-keys';

export function apiKeyPages(parts: Parts): Router {
  const router = new Router({ prefix: '/api-keys' });
  router.get('/', (ctx) => showKeys(parts, ctx, {}));
  router.post('/', (ctx) => addKey(parts, ctx));
  router.post('/:id/revoke', async (ctx) => {
    await deleteApiKey(parts.database, requireOrganiser(ctx).id, readId(ctx));
    goTo(ctx, place, 'revoked');
  });
  return router;
}

async function addKey(parts: Parts, ctx: RouterContext): Promise<void> {
  const { id } = requireOrganiser(ctx);
  const { name = '', scope = '' } = readFields(ctx);
  try {
    const { apiKey, key } = await createApiKey(parts, id, readInput(apiKeyInput, { name, scope }));
    await showKeys(parts, ctx, { made: { name: apiKey.name, key } });
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    await showKeys(parts, ctx, { typed: { name, scope }, faults: error.errors });
    ctx.status = 400;
  }
}

async function showKeys(
  parts: Parts,
  ctx: RouterContext,
  view: Omit<ApiKeysView, 'keys' | 'now' | 'docsUrl'>,
): Promise<void> {
  const { config, database, clock } = parts;
  const keys = await listApiKeys(database, requireOrganiser(ctx).id);
  const docsUrl = `${config.publicUrl}/api/docs`;
  const body = apiKeysView({ ...view, keys, now: clock(), docsUrl });
  const saved = savedWords(ctx, { revoked: say('The key is revoked: no program can use it.') });
  show(ctx, organiserPage(config, ctx, { title: say('API keys'), place, body, saved }));
}
