// /api/me: the signed-in organiser.
import { Router } from '@koa/router';
import { readBody } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { changeProfile } from './change-profile.ts';
import { presentOrganiser } from './organiser-presenter.ts';
import { profileChange } from './profile-input.ts';

export function meRoutes(parts: Parts): Router {
  const { publicUrl } = parts.config;
  const router = new Router({ prefix: '/api/me' });
  router.get('/', (ctx) => {
    ctx.body = presentOrganiser(requireOrganiser(ctx), publicUrl);
  });
  router.patch('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const organiser = await changeProfile(parts, id, readBody(ctx, profileChange));
    ctx.body = presentOrganiser(organiser, publicUrl);
  });
  return router;
}
