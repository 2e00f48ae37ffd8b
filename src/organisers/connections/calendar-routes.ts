// /api/me/calendars: which calendars there are, how they fare, which ones count and where bookings go.
import { Router } from '@koa/router';
import { z } from 'zod';
import { listCalendars } from '../../calendars/calendar-queries.ts';
import { readBody } from '../../http/input.ts';
import { requireOrganiser } from '../../http/session.ts';
import type { Parts } from '../../parts.ts';
import { getOrganiserById } from '../organiser-queries.ts';
import { presentConnections } from './calendar-presenter.ts';
import { changeCalendars } from './change-calendars.ts';
import { listGoogleAccounts } from './google-account-queries.ts';

const calendarChange = z.strictObject({
  /** All calendars that count as busy; the others do not. */
  busy: z.array(z.uuid('Give the ids of your calendars')).optional(),
  booking: z.uuid('Give the id of a calendar that you own').optional(),
});

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

async function present({ database }: Parts, organiserId: string) {
  const organiser = await getOrganiserById(database, organiserId);
  const accounts = await listGoogleAccounts(database, organiserId);
  return presentConnections(organiser, accounts, await listCalendars(database, organiserId));
}
