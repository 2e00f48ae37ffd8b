// One event: its page, and the forms that change, move, delete and answer it. Whatever Google refuses is said on the
// page, with what was typed.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { originOf } from '../events/event-page-link.ts';
import type { CalendarEvent } from '../events/event.ts';
import { findEvent } from '../events/instances.ts';
import { shownEvent } from '../events/shown-event.ts';
import * as people from '../people/events.ts';
import { answerInvitation } from '../people/guests.ts';
import type { Place } from '../people/place.ts';
import type { Account, Calendar } from '../state.ts';
import type { World } from '../world.ts';
import { changeEvent, changeSeries, removeSeries } from './acts.ts';
import { dateAt } from './dates.ts';
import { eventBody, type EventView } from './event-page.ts';
import { seenAs, seenCalendars, type SeenCalendar } from './events.ts';
import { readAnswer, readEvent, readForm, readSpan, type Form } from './input.ts';
import type { Held } from './links.ts';
import { findAccount, goToWeek, refusalOf, showSheet } from './replies.ts';
import { titleOf } from './words.ts';

type Deed = (place: Place, form: Form, timeZone: string) => CalendarEvent | void;
type Found = Omit<EventView, 'date' | 'typed' | 'fault'>;

export function eventRoutes(world: World): Router {
  const router = new Router();
  const one = '/:account/:calendarId/:eventId';
  const deeds: Record<string, Deed> = {
    [one]: (place, form, timeZone) => {
      const change = isOfSeries(form) ? changeSeries : changeEvent;
      return change(world, place, readEvent(form, timeZone));
    },
    [`${one}/times`]: (place, form, timeZone) => {
      const { start, end } = readSpan(form, form['timeZone'] ?? timeZone);
      return people.moveEvent(world, place, start, end);
    },
    [`${one}/answer`]: (place, form) =>
      answerInvitation(world, place, place.calendarId, readAnswer(form)),
    [`${one}/calendar`]: (place, form) =>
      people.moveToCalendar(world, place, form['destination'] ?? ''),
    [`${one}/delete`]: (place, form) =>
      isOfSeries(form) ? removeSeries(world, place) : people.removeEvent(world, place),
  };
  router.get(one, (ctx) => showEvent(ctx, findSeen(ctx, world)));
  for (const [path, deed] of Object.entries(deeds)) {
    router.post(path, (ctx) => perform(ctx, world, deed));
  }
  return router;
}

function perform(ctx: Context, world: World, deed: Deed): void {
  const found = findSeen(ctx, world);
  if (!found?.seen.canWrite) return;
  const { account, seen, calendar } = found;
  const place = { calendarId: calendar.id, eventId: seen.event.id };
  const form = readForm(ctx.request.body);
  const refused = refusalOf(() => {
    const after = deed(place, form, calendar.timeZone) ?? seen.event;
    goToWeek(ctx, account, after, calendar.timeZone);
  });
  const typed = form['startDate'] === undefined ? undefined : form;
  if (refused) showEvent(ctx, found, typed, refused.message);
}

function showEvent(ctx: Context, found: Found | null, typed?: Form, fault?: string): void {
  if (!found) return;
  const { seen, calendar } = found;
  const date = dateAt(seen.start, calendar.timeZone);
  const body = eventBody({ ...found, date, typed, fault });
  showSheet(ctx, titleOf(seen.event), body);
}

/** Null for what the account does not see, or what was cancelled: the page is not found. */
function findSeen(ctx: Context, world: World): Found | null {
  const { calendarId, eventId } = ctx.params as Held;
  const account = findAccount(ctx, world);
  const calendars = account ? seenCalendars(world, account) : [];
  const seenCalendar = calendars.find(({ calendar }) => calendar.id === calendarId);
  const stored = seenCalendar && findEvent(world.state, seenCalendar.calendar, eventId);
  if (!account || !stored || stored.event.status === 'cancelled') return null;
  const { calendar } = seenCalendar;
  return {
    account: account.address,
    seen: seenAs(seenCalendar, stored.event),
    calendar,
    destinations: destinationsFrom(calendar, calendars),
    asRead: asRead(ctx, account, calendar, stored.event),
  };
}

function destinationsFrom({ id }: Calendar, calendars: SeenCalendar[]): Calendar[] {
  const others = calendars.filter(({ canWrite, calendar }) => canWrite && calendar.id !== id);
  return others.map(({ calendar }) => calendar);
}

function asRead(ctx: Context, account: Account, calendar: Calendar, event: CalendarEvent) {
  const call = { account: account.address, params: {}, body: undefined, origin: originOf(ctx) };
  return shownEvent(call, { calendar, sees: 'details' }, event);
}

function isOfSeries(form: Form): boolean {
  return form['scope'] === 'series';
}
