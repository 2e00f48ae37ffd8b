// The start page's addresses: the page, and its buttons. Each button's form leads back to the page.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { expireSyncTokens } from '../google/events/event-sync.ts';
import type { SandboxGoogle } from '../google/server.ts';
import { recipientsOf } from '../inbox/inbox-page.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { ownFormsOnly, sendPage } from '../send-page.ts';
import { homeBody } from './home-page.ts';
import { createTroubles, type Trouble } from './troubles.ts';

export type HomeParts = {
  google: SandboxGoogle;
  inbox: Inbox;
  /** Where the service is, for links to it. */
  serviceUrl?: string;
};

export function homeRoutes(parts: HomeParts): Router {
  const { google } = parts;
  const router = new Router();
  const troubles = createTroubles(google);
  router.use(ownFormsOnly);
  router.get('/', (ctx) => showHome(ctx, parts, troubles));
  router.post('/troubles/:name/:state', (ctx) => {
    const { name, state } = ctx.params as Record<'name' | 'state', string>;
    const trouble = troubles.find((each) => each.name === name);
    if (!trouble || !['on', 'off'].includes(state)) return;
    trouble.set(state === 'on');
    goHome(ctx, 'troubles');
  });
  router.post('/access-removed/:address', (ctx) => {
    google.oauth.revokeGrant(ctx.params['address']!.toLowerCase());
    goHome(ctx, 'calendars');
  });
  router.post('/sync-tokens-expired', (ctx) => {
    for (const id of Object.keys(google.world.state.calendars)) expireSyncTokens(google.world, id);
    goHome(ctx, 'expired', 'sync-tokens');
  });
  router.post('/access-tokens-expired', (ctx) => {
    google.oauth.expireAccessTokens();
    goHome(ctx, 'expired', 'access-tokens');
  });
  return router;
}

function showHome(ctx: Context, { google, inbox, serviceUrl }: HomeParts, troubles: Trouble[]) {
  const body = homeBody({
    accounts: google.oauth.accounts(),
    connected: google.oauth.state.grants.map(({ address }) => address),
    recipients: recipientsOf(inbox.messages()),
    troubles,
    expired: ctx.query['expired'],
    serviceUrl,
  });
  sendPage(ctx, { title: 'Start', body, styles: ['home.css'] });
}

/** To where the button was. */
function goHome(ctx: Context, anchor: string, expired?: string): void {
  ctx.status = 303;
  ctx.redirect(`/${expired === undefined ? '' : `?expired=${expired}`}#${anchor}`);
}
