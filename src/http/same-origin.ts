// A form of another site must not act here with an organiser's cookie. Browsers say where a POST comes from.
import type { Middleware } from 'koa';
import { Problem } from '../problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export function sameOrigin(publicUrl: string): Middleware {
  const origin = new URL(publicUrl).origin;
  return async function refuseForeignForms(ctx, next) {
    if (
      !safeMethods.has(ctx.method) &&
      !isOurs(ctx.get('Sec-Fetch-Site'), ctx.get('Origin'), origin)
    )
      throw new Problem('forbidden', 'This form was sent from another site, so nothing was done.');
    await next();
  };
}

/** Programs send neither header; they have no cookies either. `no-referrer` makes Origin "null" in some browsers,
 * where Sec-Fetch-Site still tells. */
function isOurs(site: string, sender: string, origin: string): boolean {
  if (site) return site === 'same-origin' || site === 'none';
  return !sender || sender === origin;
}
