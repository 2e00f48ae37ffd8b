// /api/me/event-types/{slug}/secret-links: who may book a secret event type.
import { Router } from '@koa/router';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { createSecretLink, listOwnSecretLinks, revokeSecretLink } from './edit-secret-links.ts';
import { secretLinkDraft } from './secret-link-input.ts';
import { presentSecretLink } from './secret-link-presenter.ts';

export function secretLinkRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/event-types/:slug/secret-links' });
  router.get('/', async (ctx) => {
    const { id, handle } = requireOrganiser(ctx);
    const slug = ctx.params['slug']!;
    const links = await listOwnSecretLinks(parts, id, slug);
    ctx.body = {
      secretLinks: links.map((link) => presentSecretLink(parts, { handle, slug }, link)),
    };
  });
  router.post('/', async (ctx) => {
    const { id, handle } = requireOrganiser(ctx);
    const slug = ctx.params['slug']!;
    const link = await createSecretLink(parts, id, slug, readBody(ctx, secretLinkDraft));
    ctx.status = 201;
    ctx.body = presentSecretLink(parts, { handle, slug }, link);
  });
  router.delete('/:id', async (ctx) => {
    const { slug, id } = ctx.params as { slug: string; id: string };
    await revokeSecretLink(parts, requireOrganiser(ctx).id, slug, id);
    ctx.status = 204;
  });
  return router;
}
