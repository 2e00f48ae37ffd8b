// /api/me/calendars: which calendars there are, how they fare, which ones count and where bookings go.
import { Router } from '@koa/router';
import { listChannelsOf } from '../../calendars/channels/channel-queries.ts';
import { isPushPossible } from '../../calendars/channels/push-possible.ts';
import { readBody } from '../../http/input.ts';
import { requireOrganiser } from '../../http/session.ts';
import type { Parts } from '../../parts.ts';
import { getOrganiserById } from '../organiser-queries.ts';
import { calendarChange } from './calendar-input.ts';
import { presentConnections } from './calendar-presenter.ts';
import { changeCalendars } from './change-calendars.ts';
import { findHealth } from './find-health.ts';
import { listGoogleAccounts } from './google-account-queries.ts';
import { listTroubles } from './health.ts';

export function calendarRoutes(parts: Parts): Router {
  const router = new Router({ prefix: '/api/me/calendars' });
  router.get('/', async (ctx) => {
    ctx.body = await present(parts, requireOrganiser(ctx).id);
  });
  router.patch('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    await changeCalendars(parts, id, readBody(ctx, calendarChange));
    ctx.body = await present(parts, id);
  });
  return router;
}

async function present(parts: Parts, organiserId: string) {
  const { database, clock, config } = parts;
  const now = clock();
  const health = await findHealth(parts, await getOrganiserById(database, organiserId));
  const channels = health.accounts.map(({ id }) => listChannelsOf(database, id));
  return presentConnections({
    health,
    accounts: await listGoogleAccounts(database, organiserId),
    channels: (await Promise.all(channels)).flat(),
    troubles: listTroubles(health, now),
    isPushPossible: isPushPossible(config),
    now,
  });
}
