// GET /api/me/bookings: a list, narrowed and page by page. GET /api/me/agenda: what the week's and the month's picture show.
import { Router } from '@koa/router';
import { dayOf } from '../availability/dates.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { presentOwnBooking } from '../organisers/own-booking-presenter.ts';
import { listOwnBookings } from '../organisers/own-booking-queries.ts';
import { shownStates } from '../organisers/own-booking.ts';
import type { Parts } from '../parts.ts';
import { agendaQuery, bookingsQuery } from './agenda-input.ts';
import { presentAgenda, presentCursor } from './agenda-presenter.ts';
import { gatherCalendar } from './gather-calendar.ts';

export function agendaRoutes(parts: Parts): Router {
  const { database, clock } = parts;
  const router = new Router({ prefix: '/api/me' });
  router.get('/bookings', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const { q: search, cursor: after, limit, ...query } = readQuery(ctx, bookingsQuery);
    const { from = clock(), to = null, state: states = shownStates, eventType } = query;
    const filter = { from, to, states, eventType, search, after, limit: limit + 1 };
    const found = await listOwnBookings(database, id, filter, clock());
    const bookings = found.slice(0, limit);
    const nextCursor = found.length > limit ? presentCursor(bookings.at(-1)!) : null;
    ctx.body = { bookings: bookings.map(presentOwnBooking), nextCursor };
  });
  router.get('/agenda', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const { from, to } = readQuery(ctx, agendaQuery);
    const days = { first: dayOf(from), last: dayOf(to) };
    ctx.body = presentAgenda(await gatherCalendar(parts, organiser, days));
  });
  return router;
}
