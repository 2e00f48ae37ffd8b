// GET /api/me/event-types/{slug}/why?at=: why a time is not offered.
import { Router } from '@koa/router';
import { atLength } from '../event-types/durations.ts';
import { getOwnEventType } from '../event-types/edit-event-types.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { explainTime } from './explain-time.ts';
import { presentExplanation } from './explanation-presenter.ts';
import { whyQuery } from './why-input.ts';

export function whyRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/event-types' });
  router.get('/:slug/why', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const { at, durationMinutes } = readQuery(ctx, whyQuery);
    const own = await getOwnEventType(parts, organiser.id, ctx.params.slug!);
    const eventType = atLength(own, durationMinutes);
    ctx.body = presentExplanation(await explainTime(parts, { organiser, eventType }, at));
  });
  return router;
}
