// Every page of the sandbox that a person may open, beside Google's own.
import type { Router } from '@koa/router';
import { assetRoutes } from './assets.ts';
import { weekRoutes } from './google/week/week-routes.ts';
import type { World } from './google/world.ts';
import { homeRoutes } from './home-page.ts';
import { inboxRoutes } from './inbox/inbox-routes.ts';
import type { Inbox } from './inbox/inbox.ts';

export type SandboxParts = {
  world: World;
  inbox: Inbox;
  /** Where the service is, for links to it. */
  serviceUrl?: string;
};

export function sandboxPages(parts: SandboxParts): Router[] {
  return [assetRoutes(), homeRoutes(parts), inboxRoutes(parts.inbox), weekRoutes(parts.world)];
}
