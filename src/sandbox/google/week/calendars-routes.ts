// An account's calendars: sharing them and taking that back, adding and deleting, their zones.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { sendPage } from '../../send-page.ts';
import { GoogleError } from '../api/call.ts';
import {
  changeCalendarTimeZone,
  removeCalendar,
  shareCalendar,
  unshareCalendar,
} from '../people/calendars.ts';
import type { Account, Role } from '../state.ts';
import { isTimeZone } from '../times.ts';
import type { World } from '../world.ts';
import { calendarsBody, roles } from './calendars-page.ts';
import { readAddress, readForm, type Form } from './input.ts';
import { calendarsLink } from './links.ts';
import { findAccount, refusalOf } from './replies.ts';

type Deed = (calendarId: string, form: Form) => void;

export function calendarsRoutes(world: World): Router {
  const router = new Router();
  const deeds: Record<string, Deed> = {
    share: (id, form) => shareCalendar(world, id, readAddress(form['address']), readRole(form)),
    unshare: (id, form) => unshareCalendar(world, id, readAddress(form['address'])),
    'time-zone': (id, form) => changeCalendarTimeZone(world, id, readZone(form)),
    delete: (id) => removeCalendar(world, id),
  };
  router.get('/:account/calendars', (ctx) => showCalendars(ctx, world));
  router.post('/:account/calendars', (ctx) => {
    const owner = findAccount(ctx, world)?.address;
    if (owner === undefined) return;
    const form = readForm(ctx.request.body);
    perform(ctx, world, () =>
      world.addCalendar({ owner, summary: readName(form), timeZone: readZone(form) }),
    );
  });
  for (const [name, deed] of Object.entries(deeds)) {
    router.post(`/:account/calendars/:calendarId/${name}`, (ctx) => {
      const { calendarId } = ctx.params as Record<'calendarId', string>;
      const owner = findAccount(ctx, world)?.address;
      if (owner === undefined || world.state.calendars[calendarId]?.owner !== owner) return;
      perform(ctx, world, () => deed(calendarId, readForm(ctx.request.body)));
    });
  }
  return router;
}

function perform(ctx: Context, world: World, act: () => void): void {
  const refused = refusalOf(act);
  if (refused) return showCalendars(ctx, world, refused.message);
  ctx.status = 303;
  ctx.redirect(calendarsLink(findAccount(ctx, world)!.address));
}

function showCalendars(ctx: Context, world: World, fault?: string): void {
  const account = findAccount(ctx, world);
  if (!account) return;
  if (fault !== undefined) ctx.status = 400;
  sendPage(ctx, {
    title: 'Calendars',
    body: calendarsBody({ account, ...calendarsOf(world, account), fault }),
    styles: ['log.css', 'calendars.css'],
  });
}

function calendarsOf({ state }: World, { address }: Account) {
  const all = Object.values(state.calendars);
  return {
    own: all.filter(({ owner }) => owner === address),
    shared: all.flatMap((calendar) => {
      const role = calendar.sharedTo[address];
      return role === undefined ? [] : [{ calendar, role }];
    }),
    others: Object.values(state.accounts).filter((other) => other.address !== address),
  };
}

function readName({ name = '' }: Form): string {
  if (name.trim() === '') throw new GoogleError(400, 'invalid', 'Give the calendar a name.');
  return name.trim();
}

function readRole({ role = '' }: Form): Role {
  if (!(role in roles)) throw new GoogleError(400, 'invalid', 'Say what they may do.');
  return role as Role;
}

function readZone({ timeZone = '' }: Form): string {
  if (!isTimeZone(timeZone))
    throw new GoogleError(400, 'invalid', `“${timeZone}” is not a time zone, like Europe/Berlin.`);
  return timeZone;
}
