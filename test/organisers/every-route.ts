// Every route that the service has, read from its routers: none can be forgotten.
import type { Router } from '@koa/router';
import { createApp } from '../../src/app.ts';
import type { TestService } from '../support/service.ts';

export type Route = { method: string; path: string };

export function listRoutes({ parts }: TestService): Route[] {
  const routers = createApp(parts).middleware.flatMap((each) => routerOf(each) ?? []);
  return routers
    .flatMap(({ stack }) => stack)
    .flatMap(({ methods, path }) =>
      methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({ method, path: String(path) })),
    );
}

function routerOf(middleware: object): Router | undefined {
  return (middleware as { router?: Router }).router;
}

export function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

/** What anybody may ask: attendees by the token in their link, strangers by a handle, and the ways in. */
const anybodys = [
  /^\/$/,
  /^\/:handle(\/|$)/,
  /^\/(bookings|confirm)\//,
  /^\/(healthz|readyz|metrics|language)$/,
  /^\/google\/notifications$/,
  /^\/auth\//,
  /^\/organiser\/sign-in$/,
  // two former places, which lead on to where the lists are now
  /^\/organiser\/(past|cancelled)$/,
  /^\/api\/(hello|openapi\.json|docs)(\/|$)/,
  /^\/api\/(holds|bookings|organisers)(\/|$)/,
];

export function isAnybodys({ path }: Route): boolean {
  return anybodys.some((pattern) => pattern.test(path));
}
