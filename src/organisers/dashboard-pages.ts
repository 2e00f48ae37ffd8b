// /organiser: the links to share, how Google fares, and what is booked.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { dayAt, startOfDay, timeZoneNamed } from '../availability/time-zone.ts';
import { listCalendars } from '../calendars/calendar-queries.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readInput } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { html } from '../web/html.ts';
import { actOnBooking, type BookingAction } from './act-on-booking.ts';
import { agenda } from './agenda.ts';
import type { Failure } from './booking-entry.ts';
import { bookingLinks } from './booking-links.ts';
import { connectionCard } from './connections/connection-summary.ts';
import { listGoogleAccounts } from './connections/google-account-queries.ts';
import { readId } from './id-input.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';
import type { Organiser } from './organiser.ts';
import { listOwnBookings } from './own-booking-queries.ts';

const said: Record<string, string> = {
  cancel: 'The appointment is cancelled, and the attendee is told.',
  approve: 'Accepted. The attendee is told, and the event goes to your calendar.',
  decline: 'Declined. The attendee is told.',
  'no-show': 'Noted: the attendee did not come.',
};

const reasonInput = z
  .string()
  .trim()
  .max(1000, 'Keep the reason below 1,000 characters')
  .optional();

export function dashboardPages(parts: Parts): Router {
  const router = new Router();
  router.get('/', (ctx) => showDashboard(parts, ctx));
  router.post('/bookings/:id/cancel', (ctx) => {
    const reason = reasonOf(ctx);
    return act(parts, ctx, { do: 'cancel', reason });
  });
  for (const word of ['approve', 'decline', 'no-show'] as const) {
    router.post(`/bookings/:id/${word}`, (ctx) => act(parts, ctx, { do: word }));
  }
  return router;
}

function reasonOf(ctx: RouterContext): string | undefined {
  const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
  return readInput(reasonInput, body[`reason-${ctx.params['id']}`]) || undefined;
}

async function act(parts: Parts, ctx: RouterContext, action: BookingAction): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const bookingId = readId(ctx);
  try {
    await actOnBooking(parts, organiser.id, bookingId, action);
    goTo(ctx, '/organiser', action.do);
  } catch (error) {
    if (!isProblem(error) || error.code === 'not_found' || error.code === 'internal') throw error;
    const reason = action.do === 'cancel' ? (action.reason ?? '') : '';
    await showDashboard(parts, ctx, { bookingId, message: error.message, reason });
    ctx.status = statusOf[error.code];
  }
}

async function showDashboard(
  parts: Parts,
  ctx: RouterContext,
  failure: Failure | null = null,
): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const { database, clock, config } = parts;
  const now = clock();
  const eventTypes = await listEventTypes(database, organiser.id);
  const accounts = await listGoogleAccounts(database, organiser.id);
  const calendars = await listCalendars(database, organiser.id);
  const bookings = await listAgenda(parts, organiser, now);
  const view = { now, timeZone: organiser.timeZone, failure };
  const google = connectionCard(accounts, calendars, now);
  const body = html`<h1>Your bookings</h1>
    ${agenda(bookings, view)} ${bookingLinks(organiser, eventTypes, config.publicUrl)} ${google}`;
  const saved = savedWords(ctx, said);
  show(
    ctx,
    organiserPage(config, ctx, { title: 'Your bookings', place: '/organiser', body, saved }),
  );
}

/** From this morning on, so that who did not come can still be noted. */
function listAgenda({ database }: Parts, organiser: Organiser, now: Date) {
  const zone = timeZoneNamed(organiser.timeZone);
  const minute = Math.floor(now.getTime() / 60_000);
  const from = new Date(startOfDay(zone, dayAt(zone, minute)) * 60_000);
  const states = ['requested', 'confirmed', 'completed', 'no_show'] as const;
  return listOwnBookings(database, organiser.id, { from, to: null, states, limit: 300 }, now);
}
