// Every page of the sandbox that a person may open, beside Google's own.
import type { Router } from '@koa/router';
import { assetRoutes } from './assets.ts';
import { weekRoutes } from './google/week/week-routes.ts';
import { homeRoutes, type HomeParts } from './home/home-routes.ts';
import { inboxRoutes } from './inbox/inbox-routes.ts';
import { mailboxesOf } from './inbox/mailboxes.ts';

export function sandboxPages(parts: HomeParts): Router[] {
  const { google, inbox } = parts;
  return [
    assetRoutes(),
    homeRoutes(parts),
    inboxRoutes(inbox, mailboxesOf(google)),
    weekRoutes(google.world),
  ];
}
