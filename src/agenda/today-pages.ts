// /organiser: the organiser's day, today unless another is asked for.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { dayOf } from '../availability/dates.ts';
import { listCalendars } from '../calendars/calendar-queries.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { actionWords } from '../organisers/action-words.ts';
import { bookingLinks } from '../organisers/booking-links.ts';
import { connectionCard } from '../organisers/connections/connection-summary.ts';
import { listGoogleAccounts } from '../organisers/connections/google-account-queries.ts';
import { organiserPage, savedWords, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { dayIn } from '../web/dates.ts';
import { html } from '../web/html.ts';
import { shownDate } from './agenda-input.ts';
import { gatherDay } from './gather-day.ts';
import { dayTitle, todayView } from './today-view.ts';

/** An address that was mended by hand shows today. */
const dayQuery = z.object({ date: shownDate });

export function todayPages(parts: Parts): Router {
  const router = new Router();
  router.get('/', (ctx) => showDay(parts, ctx));
  return router;
}

async function showDay(parts: Parts, ctx: RouterContext): Promise<void> {
  const { database, clock, config } = parts;
  const organiser = requireOrganiser(ctx);
  const today = dayIn(organiser.timeZone, clock());
  const { date } = readQuery(ctx, dayQuery);
  const day = await gatherDay(parts, organiser, { today, day: date ? dayOf(date) : today });
  const eventTypes = await listEventTypes(database, organiser.id);
  const accounts = await listGoogleAccounts(database, organiser.id);
  const calendars = await listCalendars(database, organiser.id);
  const atHand = html`${bookingLinks(organiser, eventTypes, config.publicUrl)}
  ${connectionCard(accounts, calendars, clock())}`;
  const page = {
    title: dayTitle(day),
    place: '/organiser',
    width: 'wide',
    body: html`${todayView(day)} ${day.day === today && atHand}`,
    saved: savedWords(ctx, actionWords()),
  } as const;
  show(ctx, organiserPage(config, ctx, page));
}
