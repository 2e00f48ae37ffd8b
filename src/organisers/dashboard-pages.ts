// /organiser: the links to share, how Google fares, and what is booked.
import { Router, type RouterContext } from '@koa/router';
import { dayAt, startOfDay, timeZoneNamed } from '../availability/time-zone.ts';
import { listCalendars } from '../calendars/calendar-queries.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { html } from '../web/html.ts';
import { actionWords } from './action-words.ts';
import { agenda } from './agenda.ts';
import { bookingLinks } from './booking-links.ts';
import { bookingTabs } from './booking-tabs.ts';
import { connectionCard } from './connections/connection-summary.ts';
import { listGoogleAccounts } from './connections/google-account-queries.ts';
import { organiserPage, savedWords, show } from './organiser-layout.ts';
import type { Organiser } from './organiser.ts';
import { listOwnBookings } from './own-booking-queries.ts';

export function dashboardPages(parts: Parts): Router {
  const router = new Router();
  router.get('/', (ctx) => showDashboard(parts, ctx));
  return router;
}

async function showDashboard(parts: Parts, ctx: RouterContext): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const { database, clock, config } = parts;
  const now = clock();
  const eventTypes = await listEventTypes(database, organiser.id);
  const accounts = await listGoogleAccounts(database, organiser.id);
  const calendars = await listCalendars(database, organiser.id);
  const bookings = await listAgenda(parts, organiser, now);
  const view = { now, timeZone: organiser.timeZone, back: { back: 'agenda' } };
  const google = connectionCard(accounts, calendars, now);
  const body = html`<h1>Your bookings</h1>
    ${bookingTabs('/organiser')} ${agenda(bookings, view)}
    ${bookingLinks(organiser, eventTypes, config.publicUrl)} ${google}`;
  const saved = savedWords(ctx, actionWords);
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
