// The bin of an account's calendars, and the way back into the week.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { sendPage } from '../../send-page.ts';
import { binOf, restoreEvent } from '../people/bin.ts';
import type { Account } from '../state.ts';
import type { World } from '../world.ts';
import { binBody, type Deleted } from './bin-page.ts';
import { seenAs, seenCalendars } from './events.ts';
import { readForm } from './input.ts';
import { findAccount, goToWeek, versionOf } from './replies.ts';

export function binRoutes(world: World): Router {
  const router = new Router();
  router.get('/:account/bin', (ctx) => showBin(ctx, world));
  router.post('/:account/bin', (ctx) => restore(ctx, world));
  return router;
}

function showBin(ctx: Context, world: World): void {
  const account = findAccount(ctx, world);
  if (!account) return;
  const deleted = deletedOf(world, account);
  sendPage(ctx, {
    title: 'Bin',
    body: binBody({ account, deleted, version: versionOf(world) }),
    styles: ['log.css'],
    scripts: ['live.ts'],
  });
}

/** Only what stands in the bin can be had back. */
function restore(ctx: Context, world: World): void {
  const account = findAccount(ctx, world);
  const { calendarId, eventId } = readForm(ctx.request.body);
  const found =
    account &&
    deletedOf(world, account).find(
      ({ calendar, seen }) => calendar.id === calendarId && seen.event.id === eventId,
    );
  if (!found) return;
  const { calendar, seen } = found;
  const event = restoreEvent(world, { calendarId: calendar.id, eventId: seen.event.id });
  goToWeek(ctx, account.address, event, calendar.timeZone);
}

function deletedOf(world: World, account: Account): Deleted[] {
  return seenCalendars(world, account)
    .filter(({ canWrite }) => canWrite)
    .flatMap((seenCalendar) =>
      binOf(world, seenCalendar.calendar.id).map((event) => ({
        calendar: seenCalendar.calendar,
        seen: seenAs(seenCalendar, event),
      })),
    )
    .sort((one, other) => (one.seen.event.updated < other.seen.event.updated ? 1 : -1));
}
