// The organiser's side of the API, under /api/me, and the administrators', under /api/administration.
import { Router } from '@koa/router';
import { administrationRoutes } from '../administration/administration-routes.ts';
import { agendaRoutes } from '../agenda/agenda-routes.ts';
import { attendeeRoutes } from '../attendees/attendee-routes.ts';
import { privacyRoutes } from '../attendees/privacy-routes.ts';
import { whyRoutes } from '../explanations/why-routes.ts';
import { numbersRoutes } from '../numbers/numbers-routes.ts';
import { behalfRoutes } from '../on-behalf/behalf-routes.ts';
import type { Parts } from '../parts.ts';
import { hoursRoutes } from '../schedules/hours-routes.ts';
import { scheduleRoutes } from '../schedules/schedule-routes.ts';
import { timeOffRoutes } from '../schedules/time-off-routes.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { calendarRoutes } from './connections/calendar-routes.ts';
import { meRoutes } from './me-routes.ts';
import { ownBookingRoutes } from './own-booking-routes.ts';

export function organiserRoutes(parts: Parts): Router {
  const router = new Router();
  for (const routes of [
    meRoutes,
    hoursRoutes,
    scheduleRoutes,
    timeOffRoutes,
    agendaRoutes,
    ownBookingRoutes,
    behalfRoutes,
    calendarRoutes,
    apiKeyRoutes,
    whyRoutes,
    attendeeRoutes,
    privacyRoutes,
    administrationRoutes,
    numbersRoutes,
  ]) {
    router.use(routes(parts).routes());
  }
  return router;
}
