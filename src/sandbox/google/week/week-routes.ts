// The week view's addresses: whose week, and what Google mailed. Its events are in event-routes.ts.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { html } from '../../../web/html.ts';
import { ownFormsOnly, sendPage } from '../../send-page.ts';
import { readEventPage } from '../events/event-page-link.ts';
import type { Account } from '../state.ts';
import type { World } from '../world.ts';
import { answerRoutes } from './answer-routes.ts';
import { binRoutes } from './bin-routes.ts';
import { calendarsRoutes } from './calendars-routes.ts';
import { spanOfWeek, weekOf } from './dates.ts';
import { eventRoutes } from './event-routes.ts';
import { seenEvents } from './events.ts';
import { weekHeader } from './header.ts';
import { invitationsBody } from './invitations-page.ts';
import { eventLink, weekLink } from './links.ts';
import { newEventRoutes } from './new-routes.ts';
import { findAccount, versionOf } from './replies.ts';
import { weekGrid } from './week-page.ts';

export function weekRoutes(world: World): Router {
  const router = new Router({ prefix: '/calendar' });
  router.use(ownFormsOnly);
  router.get('/', (ctx) => openFirst(ctx, world));
  router.get('/invitations', (ctx) => showInvitations(ctx, world));
  router.get('/invitations/version', (ctx) => {
    ctx.body = String(world.invitations.length);
  });
  router.get('/event', (ctx) => openEvent(ctx, world));
  router.use(answerRoutes(world).routes());
  router.get('/:account', (ctx) => {
    const account = findAccount(ctx, world);
    if (account) showWeek(ctx, world, account);
  });
  router.get('/:account/version', (ctx) => {
    ctx.body = versionOf(world);
  });
  const more = [binRoutes, calendarsRoutes, newEventRoutes, eventRoutes];
  for (const routes of more) router.use(routes(world).routes());
  return router;
}

function openFirst(ctx: Context, { state }: World): void {
  const [first] = Object.values(state.accounts);
  ctx.redirect(first ? weekLink(first.address) : '/');
}

/** Where the link leads that Google gives with an event: to its page, as the calendar's owner sees it. */
function openEvent(ctx: Context, { state }: World): void {
  const place = readEventPage(ctx.query['eid']);
  const calendar = place && state.calendars[place.calendarId];
  if (place && calendar) ctx.redirect(eventLink({ ...place, account: calendar.owner }));
}

function showWeek(ctx: Context, world: World, account: Account): void {
  const now = world.clock();
  const { timeZone } = world.state.calendars[account.address]!;
  const week = weekOf(ctx.query['week'], now, timeZone);
  const events = seenEvents(world, account, spanOfWeek(week));
  const view = { account, week, events, now, version: versionOf(world) };
  sendPage(ctx, {
    title: `${account.name}’s week`,
    body: html`${weekHeader(view, Object.values(world.state.accounts))} ${weekGrid(view)} ${help}`,
    styles: ['week.css', 'week-events.css', 'event.css'],
    scripts: ['week.ts'],
  });
}

const help = html`<p class="help">
  Drag on the grid to add an event, drag an event to move it, its lower edge to change its end. By
  keyboard: Alt and the arrows move the event in focus, with Shift they move its end.
</p>`;

function showInvitations(ctx: Context, { state }: World): void {
  sendPage(ctx, {
    title: 'Invitations',
    body: invitationsBody(state, String(state.invitations.length)),
    styles: ['log.css'],
    scripts: ['live.ts'],
  });
}
