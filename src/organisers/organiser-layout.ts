// The frame of the organiser's pages: where one is, where one can go, and the way out.
import type { RouterContext } from '@koa/router';
import { isAdministrator } from '../administration/administrator.ts';
import type { Config } from '../config.ts';
import { requireOrganiser } from '../http/session.ts';
import { button, notice } from '../web/components.ts';
import { attributes, type Child, type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { connectionBanner } from './connections/connection-banner.ts';
import type { Organiser } from './organiser.ts';

const places = [
  ['/organiser', 'Bookings'],
  ['/organiser/hours', 'Hours'],
  ['/organiser/event-types', 'Event types'],
  ['/organiser/calendars', 'Calendars'],
  ['/organiser/attendees', 'Attendees'],
  ['/organiser/numbers', 'Numbers'],
] as const;

const profile = '/organiser/profile';
const administration = '/organiser/administration';

export type Place = (typeof places)[number][0] | typeof profile | typeof administration;

export function organiserPage(
  config: Config,
  ctx: RouterContext,
  options: {
    title: string;
    place: Place;
    body: Child;
    saved?: Child;
    scripts?: readonly string[];
  },
): Html {
  const { title, place, body, saved, scripts = [] } = options;
  const organiser = requireOrganiser(ctx);
  return page({
    title: `${title} · Quarterhour`,
    notice: config.notice,
    header: navigation(config, organiser, place),
    scripts: ['organiser.ts', ...scripts],
    body: html`<div class="stack organiser">
      ${saved && notice({ kind: 'success', body: saved, isUrgent: true })}
      ${place !== '/organiser/calendars' && connectionBanner(ctx)} ${body}
    </div>`,
  });
}

export function show(ctx: RouterContext, content: Html, status = 200): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set('Cache-Control', 'no-store');
  ctx.body = content.text;
}

/** After a POST: back to a page that says what was done, so that reloading does nothing again. */
export function goTo(ctx: RouterContext, place: string, saved?: string): void {
  ctx.status = 303;
  ctx.redirect(saved === undefined ? place : `${place}?saved=${saved}`);
}

function navigation(config: Config, organiser: Organiser, place: Place): Html {
  const shown = isAdministrator(config, organiser)
    ? [...places, [administration, 'Administration'] as const]
    : places;
  return html`<nav class="places" aria-label="Organiser">
      <ul>
        ${shown.map(([href, label]) => html`<li>${placeLink(href, label, place)}</li>`)}
      </ul>
    </nav>
    <form class="sign-out" method="post" action="/auth/sign-out">
      <span class="small">${placeLink(profile, organiser.name, place)}</span>
      ${button({ label: 'Sign out', kind: 'quiet' })}
    </form>`;
}

function placeLink(href: Place, label: Child, place: Place): Html {
  return html`<a${attributes({ href, 'aria-current': href === place && 'page' })}>${label}</a>`;
}

/** What the address says was just done; nothing for words that are not ours. */
export function savedWords(ctx: RouterContext, words: Record<string, string>): string | null {
  const word = ctx.query['saved'];
  return typeof word === 'string' && Object.hasOwn(words, word) ? words[word]! : null;
}
