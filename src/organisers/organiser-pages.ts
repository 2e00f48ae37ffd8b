// The organiser's pages, under /organiser. Who is not signed in is led to the sign-in page.
import { Router, type RouterContext } from '@koa/router';
import { administrationPages } from '../administration/administration-pages.ts';
import { bookingListPages } from '../agenda/booking-list-pages.ts';
import { agendaCalendarPages } from '../agenda/calendar-pages.ts';
import { todayPages } from '../agenda/today-pages.ts';
import { attendeePages } from '../attendees/attendee-pages.ts';
import { erasePages } from '../attendees/erase-pages.ts';
import { mergePages } from '../attendees/merge-pages.ts';
import { privacyPages } from '../attendees/privacy-pages.ts';
import { whyPages } from '../explanations/why-pages.ts';
import { findSignedIn } from '../http/session.ts';
import { numbersPages } from '../numbers/numbers-pages.ts';
import { behalfPages } from '../on-behalf/behalf-pages.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { hoursPages } from '../schedules/hours-pages.ts';
import { schedulePages } from '../schedules/schedule-pages.ts';
import { apiKeyPages } from './api-key-pages.ts';
import { bookingPages } from './booking-pages.ts';
import { calendarPages } from './connections/calendar-pages.ts';
import { noteConnections } from './connections/connection-banner.ts';
import { disconnectPages } from './connections/disconnect-pages.ts';
import { goTo, show } from './organiser-layout.ts';
import { ownEventTypePages } from './own-event-type-pages.ts';
import { ownMovePages } from './own-move-pages.ts';
import { ownProfilePages } from './own-profile-pages.ts';
import { signInPage } from './sign-in-pages.ts';

export function organiserPages(parts: Parts): Router {
  const router = new Router({ prefix: '/organiser' });
  router.use(leadToSignIn);
  router.use(noteConnections(parts));
  router.get('/sign-in', (ctx) => {
    if (findSignedIn(ctx)) return goTo(ctx, '/organiser');
    show(ctx, signInPage(parts.config));
  });
  for (const pages of [
    todayPages,
    agendaCalendarPages,
    bookingListPages,
    behalfPages,
    bookingPages,
    ownMovePages,
    schedulePages,
    hoursPages,
    ownEventTypePages,
    calendarPages,
    disconnectPages,
    attendeePages,
    mergePages,
    erasePages,
    privacyPages,
    whyPages,
    numbersPages,
    ownProfilePages,
    apiKeyPages,
    administrationPages,
  ]) {
    router.use(pages(parts).routes());
  }
  return router;
}

function leadToSignIn(ctx: RouterContext, next: () => Promise<unknown>): Promise<unknown> {
  return next().catch((error: unknown) => {
    if (!isProblem(error, 'not_signed_in')) throw error;
    goTo(ctx, '/organiser/sign-in');
  });
}
