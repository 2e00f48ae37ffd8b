// /organiser/calendar: a week or a month with bookings, busy times and open hours.
import { Router } from '@koa/router';
import { z } from 'zod';
import { dayOf } from '../availability/dates.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { dayIn } from '../web/dates.ts';
import { shownDate, shownMonth } from './agenda-input.ts';
import { periodAround } from './calendar-period.ts';
import { calendarView } from './calendar-view.ts';
import { gatherCalendar } from './gather-calendar.ts';

/** An address that was mended by hand shows this week. */
const calendarQuery = z.object({
  view: z.enum(['week', 'month']).catch('week'),
  date: shownDate,
  month: shownMonth,
});

export function agendaCalendarPages(parts: Parts): Router {
  const router = new Router();
  router.get('/calendar', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const { view, month, date } = readQuery(ctx, calendarQuery);
    const shown = view === 'month' ? (month ?? date) : date;
    const today = dayIn(organiser.timeZone, parts.clock());
    const period = periodAround(view, shown === null ? today : dayOf(shown));
    const calendar = await gatherCalendar(parts, organiser, period);
    const body = calendarView(calendar, period, today);
    const page = { title: say('Calendar'), place: '/organiser/calendar', width: 'wide' } as const;
    show(ctx, organiserPage(parts.config, ctx, { ...page, body }));
  });
  return router;
}
