// A form of another site must not act here with an organiser's cookie. Browsers say where a POST comes from: by
// Sec-Fetch-Site, the old ones by Origin alone. Under `Referrer-Policy: no-referrer` those send "Origin: null" from our
// own forms too, just as a foreign page does that hides where it is (a sandboxed frame). So "null" stays refused, for
// every form alike, and our pages say `same-origin` (security-headers.ts): then our own forms come with our name. What
// this gives away, the page's address in the Referer of requests to ourselves, our own server has been told already.
import type { Middleware } from 'koa';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export function sameOrigin(publicUrl: string): Middleware {
  const origin = new URL(publicUrl).origin;
  return async function refuseForeignForms(ctx, next) {
    if (
      !safeMethods.has(ctx.method) &&
      !isOurs(ctx.get('Sec-Fetch-Site'), ctx.get('Origin'), origin)
    )
      throw new Problem(
        'forbidden',
        say('This form was sent from another site, so nothing was done.'),
      );
    await next();
  };
}

/** Programs send neither header; they have no cookies either. */
function isOurs(site: string, sender: string, origin: string): boolean {
  if (site) return site === 'same-origin' || site === 'none';
  return !sender || sender === origin;
}
