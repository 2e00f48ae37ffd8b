// A page as the answer. Kept by nobody but the browser's own Back.
import type { Context } from 'koa';
import type { Html } from './html.ts';

export function sendPage(ctx: Context, page: Html, status = 200): void {
  ctx.status = status;
  ctx.set('Cache-Control', 'private, no-cache');
  ctx.type = 'html';
  ctx.body = page.text;
}

/** After a form: the page that reloading may safely ask for again. */
export function seeOther(ctx: Context, address: string): void {
  ctx.redirect(address);
  ctx.status = 303;
}
