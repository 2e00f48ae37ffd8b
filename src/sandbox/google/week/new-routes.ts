// Adding an event, to any calendar that the account may write.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import type { World } from '../world.ts';
import { addEvent } from './acts.ts';
import { newEventBody } from './event-form.ts';
import { seenCalendars } from './events.ts';
import { readEvent, readForm, type Form } from './input.ts';
import { findAccount, goToWeek, refusalOf, showSheet } from './replies.ts';

export function newEventRoutes(world: World): Router {
  const router = new Router();
  router.get('/:account/new', (ctx) => showNew(ctx, world, readForm(ctx.query)));
  router.post('/:account', (ctx) => add(ctx, world));
  return router;
}

function showNew(ctx: Context, world: World, typed: Form, fault?: string): void {
  const account = findAccount(ctx, world);
  if (!account) return;
  const calendars = writableCalendars(world, account);
  const view = { account: account.address, calendars, typed, fault };
  showSheet(ctx, 'New event', newEventBody(view));
}

function add(ctx: Context, world: World): void {
  const account = findAccount(ctx, world);
  if (!account) return;
  const form = readForm(ctx.request.body);
  const wanted = form['calendarId'] ?? account.address;
  const seen = writableCalendars(world, account).find(({ calendar }) => calendar.id === wanted);
  if (!seen) return;
  const { id, timeZone } = seen.calendar;
  const refused = refusalOf(() => {
    const event = addEvent(world, id, readEvent(form, timeZone));
    goToWeek(ctx, account.address, event, timeZone);
  });
  if (refused) showNew(ctx, world, form, refused.message);
}

function writableCalendars(world: World, account: Parameters<typeof seenCalendars>[1]) {
  return seenCalendars(world, account).filter(({ canWrite }) => canWrite);
}
