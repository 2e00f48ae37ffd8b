// /organiser/calendar: a week or a month with bookings, busy times and open hours.
import { Router } from '@koa/router';
import { z } from 'zod';
import { dayOf } from '../availability/dates.ts';
import { dayAt, timeZoneNamed } from '../availability/time-zone.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { periodAround } from './calendar-period.ts';
import { calendarView } from './calendar-view.ts';
import { gatherCalendar } from './gather-calendar.ts';

/** An address that was mended by hand shows this week. */
const calendarQuery = z.object({
  view: z.enum(['week', 'month']).catch('week'),
  date: z.iso.date().nullable().catch(null),
});

export function agendaCalendarPages(parts: Parts): Router {
  const router = new Router();
  router.get('/calendar', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const { view, date } = readQuery(ctx, calendarQuery);
    const today = todayIn(organiser.timeZone, parts.clock());
    const period = periodAround(view, date === null ? today : dayOf(date));
    const calendar = await gatherCalendar(parts, organiser, period);
    const body = calendarView(calendar, period, today);
    const page = { title: say('Calendar'), place: '/organiser/calendar', width: 'wide' } as const;
    show(ctx, organiserPage(parts.config, ctx, { ...page, body }));
  });
  return router;
}

function todayIn(timeZone: string, now: Date): number {
  return dayAt(timeZoneNamed(timeZone), Math.floor(now.getTime() / 60_000));
}
