// A page as the answer. Kept by nobody but the browser's own Back.
import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import type { Html } from './html.ts';

export function sendPage(ctx: Context, page: Html, status = 200): void {
  ctx.status = status;
  ctx.set('Cache-Control', 'private, no-cache');
  ctx.vary('Accept-Language');
  ctx.type = 'html';
  ctx.body = page.text;
}

/** The same for everybody until it changes: whoever has it already is told so. */
export function sendSteadyPage(ctx: Context, page: Html): void {
  sendPage(ctx, page);
  ctx.set('Cache-Control', 'no-cache');
  ctx.etag = createHash('sha256').update(page.text).digest('base64url').slice(0, 22);
  if (ctx.fresh) ctx.status = 304;
}

/** After a form: the page that reloading may safely ask for again. */
export function seeOther(ctx: Context, address: string): void {
  ctx.redirect(address);
  ctx.status = 303;
}
