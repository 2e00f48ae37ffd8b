// POST /language: the language chosen at the foot of a page, kept in this browser; then back to that page.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { readBody } from '../http/input.ts';
import { keepLanguage } from '../http/language.ts';
import type { Parts } from '../parts.ts';
import { seeOther } from '../web/send-page.ts';
import { languages } from './language.ts';
import { say } from './say.ts';

const choice = z.object({
  language: z.enum(languages, { error: () => say('Choose one of the languages.') }),
});

export function languagePages({ config }: Pick<Parts, 'config'>): Router {
  const router = new Router();
  router.post('/language', (ctx) => {
    keepLanguage(ctx, config.publicUrl, readBody(ctx, choice).language);
    seeOther(ctx, cameFrom(ctx, config.publicUrl));
  });
  return router;
}

/** Within our own pages: the browser tells us, and nobody else, where the form was (http/security-headers.ts). */
function cameFrom(ctx: RouterContext, publicUrl: string): string {
  const page = URL.parse(ctx.get('Referer'));
  if (page?.origin !== new URL(publicUrl).origin) return '/';
  // an address that begins with two slashes would name another host
  return `${page.pathname.replace(/^\/+/, '/')}${page.search}`;
}
