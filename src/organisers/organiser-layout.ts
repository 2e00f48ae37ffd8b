// The frame of the organiser's pages: where one is, where one can go, and the way out.
import type { RouterContext } from '@koa/router';
import type { Config } from '../config.ts';
import { requireOrganiser } from '../http/session.ts';
import { notice } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { connectionBanner } from './connections/connection-banner.ts';
import { navigation, type Place } from './navigation.ts';

export function organiserPage(
  config: Config,
  ctx: RouterContext,
  options: {
    title: string;
    place: Place;
    body: Child;
    saved?: Child;
    scripts?: readonly string[];
    width?: 'middle' | 'wide';
  },
): Html {
  const { title, place, body, saved, scripts = [], width = 'middle' } = options;
  const organiser = requireOrganiser(ctx);
  return page({
    title: `${title} · Quarterhour`,
    notice: config.notice,
    width,
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

/** What the address says was just done; nothing for words that are not ours. */
export function savedWords(ctx: RouterContext, words: Record<string, string>): string | null {
  const word = ctx.query['saved'];
  return typeof word === 'string' && Object.hasOwn(words, word) ? words[word]! : null;
}
