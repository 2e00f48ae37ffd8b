// Adding, changing, moving, deleting events and answering invitations. Whatever Google refuses is said on the form,
// with what was typed.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import type { Html } from '../../web/html.ts';
import { sendPage } from '../send-page.ts';
import { findCalendar } from './access.ts';
import { GoogleError } from './call.ts';
import type { CalendarEvent } from './event.ts';
import { findEvent } from './instances.ts';
import * as people from './people.ts';
import type { Place } from './people.ts';
import type { Account } from './state.ts';
import { instantOf } from './times.ts';
import { addEvent, changeEvent, changeSeries, removeSeries } from './week-acts.ts';
import { dateAt } from './week-dates.ts';
import { newEventBody } from './week-event-form.ts';
import { eventBody } from './week-event-page.ts';
import { seenAs, seenCalendars } from './week-events.ts';
import { readAnswer, readEvent, readForm, readSpan, type Form } from './week-input.ts';
import { weekLink, type Held } from './week-links.ts';
import type { World } from './world.ts';

type Deed = (place: Place, form: Form, timeZone: string) => CalendarEvent | void;

export function eventRoutes(world: World): Router {
  const router = new Router();
  const one = '/:account/:calendarId/:eventId';
  const isSeries = (form: Form) => form['scope'] === 'series';

  router.get('/:account/new', (ctx) => showNew(ctx, world, readForm(ctx.query)));
  router.post('/:account', (ctx) => add(ctx, world));
  router.get(one, (ctx) => showEvent(ctx, world));
  router.post(one, (ctx) =>
    change(ctx, world, (place, form, timeZone) => {
      const fields = readEvent(form, timeZone);
      return isSeries(form)
        ? changeSeries(world, place, fields)
        : changeEvent(world, place, fields);
    }),
  );
  router.post(`${one}/times`, (ctx) =>
    change(ctx, world, (place, form, timeZone) => {
      const { start, end } = readSpan(form, form['timeZone'] ?? timeZone);
      return people.moveEvent(world, place, start, end);
    }),
  );
  router.post(`${one}/answer`, (ctx) =>
    change(ctx, world, (place, form) =>
      people.answerInvitation(world, place, place.calendarId, readAnswer(form)),
    ),
  );
  router.post(`${one}/delete`, (ctx) =>
    change(ctx, world, (place, form) =>
      isSeries(form) ? removeSeries(world, place) : people.removeEvent(world, place),
    ),
  );
  return router;
}

export function findAccount({ params }: Context, { state }: World): Account | undefined {
  return state.accounts[(params as Record<string, string>)['account']!.toLowerCase()];
}

function showNew(ctx: Context, world: World, typed: Form, fault?: string): void {
  const account = findAccount(ctx, world);
  if (!account) return;
  const calendars = seenCalendars(world, account).filter(({ canWrite }) => canWrite);
  show(ctx, 'New event', newEventBody({ account: account.address, calendars, typed, fault }));
}

function add(ctx: Context, world: World): void {
  const account = findAccount(ctx, world)?.address;
  if (account === undefined) return;
  const form = readForm(ctx.request.body);
  const calendarId = form['calendarId'] ?? account;
  const refused = refusalOf(() => {
    const { timeZone } = world.state.calendars[calendarId]!;
    const event = addEvent(world, calendarId, readEvent(form, timeZone));
    goToWeek(ctx, account, dateOf(event, timeZone));
  });
  if (refused) showNew(ctx, world, form, refused.message);
}

function showEvent(ctx: Context, world: World, typed?: Form, fault?: string): void {
  const held = heldIn(ctx);
  const access = findCalendar(world, held.account, held.calendarId);
  const stored = access && findEvent(world.state, access.calendar, held.eventId);
  if (!stored || stored.event.status === 'cancelled') return;
  const { account } = held;
  const { calendar, role } = access;
  const canWrite = role === 'owner' || role === 'writer';
  const seen = seenAs({ calendar, canWrite }, stored.event);
  const date = dateAt(seen.start, calendar.timeZone);
  const body = eventBody({ account, seen, calendar, date, typed, fault });
  show(ctx, stored.event.summary ?? 'No title', body);
}

function change(ctx: Context, world: World, deed: Deed): void {
  const held = heldIn(ctx);
  const calendar = findCalendar(world, held.account, held.calendarId)?.calendar;
  const stored = calendar && findEvent(world.state, calendar, held.eventId);
  if (!stored || stored.event.status === 'cancelled') return;
  const form = readForm(ctx.request.body);
  const refused = refusalOf(() => {
    const after = deed(held, form, calendar.timeZone) ?? stored.event;
    goToWeek(ctx, held.account, dateOf(after, calendar.timeZone));
  });
  const typed = form['startDate'] === undefined ? undefined : form;
  if (refused) showEvent(ctx, world, typed, refused.message);
}

function refusalOf(act: () => void): GoogleError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof GoogleError) return error;
    throw error;
  }
}

function heldIn({ params }: Context): Held {
  const { account, calendarId, eventId } = params as Held;
  return { account: account.toLowerCase(), calendarId, eventId };
}

function dateOf({ start }: CalendarEvent, timeZone: string): string {
  return dateAt(instantOf(start, timeZone), timeZone);
}

function goToWeek(ctx: Context, account: string, date: string): void {
  ctx.status = 303;
  ctx.redirect(weekLink(account, date));
}

function show(ctx: Context, title: string, body: Html): void {
  if (ctx.method === 'POST') ctx.status = 400;
  sendPage(ctx, { title, body, width: 'narrow', styles: ['event.css'] });
}
