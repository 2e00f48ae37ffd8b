// What the week view's forms are answered with: the week again, or the form with what was refused.
import type { Context } from 'koa';
import type { Html } from '../../../web/html.ts';
import { sendPage } from '../../send-page.ts';
import { GoogleError } from '../api/call.ts';
import type { CalendarEvent } from '../events/event.ts';
import type { Account } from '../state.ts';
import { instantOf } from '../times.ts';
import type { World } from '../world.ts';
import { dateAt } from './dates.ts';
import { weekLink } from './links.ts';

export function findAccount({ params }: Context, { state }: World): Account | undefined {
  return state.accounts[(params as Record<string, string>)['account']!.toLowerCase()];
}

export function showSheet(ctx: Context, title: string, body: Html): void {
  if (ctx.method === 'POST') ctx.status = 400;
  sendPage(ctx, { title, body, width: 'narrow', styles: ['event.css'] });
}

/** The week that the event is in. */
export function goToWeek(
  ctx: Context,
  account: string,
  { start }: CalendarEvent,
  timeZone: string,
): void {
  ctx.status = 303;
  ctx.redirect(weekLink(account, dateAt(instantOf(start, timeZone), timeZone)));
}

/** Changes with every write, and each minute, so that the line of "now" moves. */
export function versionOf(world: World): string {
  return `${world.state.version}-${Math.floor(world.clock().getTime() / 60_000)}`;
}

/** Null when it was done. */
export function refusalOf(act: () => void): GoogleError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof GoogleError) return error;
    throw error;
  }
}
