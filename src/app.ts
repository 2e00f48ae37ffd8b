// The service on one screen: what every request passes, in order, then every room's routes.
import { bodyParser } from '@koa/bodyparser';
import type { Router } from '@koa/router';
import Koa, { type Context } from 'koa';
import { attendeeCalendarRoutes } from './attendee-calendar/attendee-calendar-routes.ts';
import { slotsRoutes } from './availability/slots-routes.ts';
import { bookingPages } from './bookings/booking-pages.ts';
import { bookingRoutes } from './bookings/booking-routes.ts';
import { notificationRoutes } from './calendars/channels/notification-routes.ts';
import { eventTypePages } from './event-types/event-type-pages.ts';
import { eventTypeRoutes } from './event-types/event-type-routes.ts';
import { clientAddress } from './http/client.ts';
import { compress } from './http/compress.ts';
import { formerHandles } from './http/former-handles.ts';
import { healthRoutes } from './http/health-routes.ts';
import { language } from './http/language.ts';
import { createMetrics } from './http/metrics.ts';
import { openApiRoutes } from './http/open-api-routes.ts';
import { problems } from './http/problems.ts';
import { rateLimits } from './http/rate-limits.ts';
import { requestLog } from './http/request-log.ts';
import { sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { session } from './http/session.ts';
import { languagePages } from './languages/language-pages.ts';
import { openApiDocument } from './open-api.ts';
import { organiserPages } from './organisers/organiser-pages.ts';
import { organiserRoutes } from './organisers/organiser-routes.ts';
import { profileRoutes } from './organisers/profile-routes.ts';
import { signInRoutes } from './organisers/sign-in-routes.ts';
import type { Parts } from './parts.ts';
import { assets } from './web/assets.ts';
import { problemPage } from './web/problem-page.ts';

export function createApp(parts: Parts): Koa {
  const { config, database, log, tokens } = parts;
  const metrics = createMetrics();
  const clientOf = (ctx: Context) => tokens.fingerprint(clientAddress(ctx, config.trustProxy));
  const limit = rateLimits(database, config.rateLimitPerMinute, clientOf);

  const app = new Koa();
  app.silent = true;
  app.use(requestLog(log, metrics.observeRequest));
  app.use(securityHeaders(config.publicUrl));
  app.use(compress());
  app.use(language(config.publicUrl));
  app.use(problems(problemPage(config), (error) => log.error({ err: error }, 'a request failed')));
  app.use(assets.middleware);
  use(app, healthRoutes(parts, metrics.registry));
  use(app, notificationRoutes(parts, limit));
  app.use(limit);
  app.use(formerHandles(database));
  use(app, slotsRoutes(parts));
  app.use(sameOrigin(config.publicUrl));
  app.use(bodyParser({ enableTypes: ['json', 'form'], jsonLimit: '64kb', formLimit: '64kb' }));
  app.use(session(parts));

  use(app, languagePages(parts));
  use(app, bookingRoutes(parts));
  use(app, profileRoutes(parts));
  use(app, organiserRoutes(parts));
  use(app, eventTypeRoutes(parts));
  use(app, openApiRoutes(openApiDocument));
  use(app, attendeeCalendarRoutes(parts));
  use(app, signInRoutes(parts));
  use(app, organiserPages(parts));
  use(app, bookingPages(parts));
  use(app, eventTypePages(parts));
  return app;
}

function use(app: Koa, router: Router): void {
  app.use(router.routes());
}
