// The pages that the world sees first: who offers time, and when it is free.
import { Router } from '@koa/router';
import type { Parts } from '../parts.ts';
import { calendarPages } from './calendar-pages.ts';
import { holdPages } from './hold-pages.ts';
import { homePage } from './home-page.ts';
import { profilePages } from './profile-pages.ts';

export function eventTypePages(parts: Parts): Router {
  const router = new Router();
  router.use(homePage(parts).routes());
  router.use(profilePages(parts).routes());
  router.use(calendarPages(parts).routes());
  router.use(holdPages(parts).routes());
  return router;
}
