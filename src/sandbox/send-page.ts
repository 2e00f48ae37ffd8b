// How the sandbox's pages leave: held to its own scripts, styles and forms by the browser.
import type { Context, Middleware } from 'koa';
import { html, type Html } from '../web/html.ts';
import { assetUrl } from './assets.ts';
import { sandboxPage, type SandboxPage } from './page.ts';

type Sent = Omit<SandboxPage, 'navigation' | 'head'> & {
  styles: string[];
  /** Left out: none may run on the page. */
  scripts?: string[];
};

export function sendPage(ctx: Context, { styles, scripts = [], ...page }: Sent): void {
  ctx.set('Content-Security-Policy', policy(scripts.length > 0 ? "'self'" : "'none'"));
  ctx.set('Cache-Control', 'no-store');
  ctx.set('X-Content-Type-Options', 'nosniff');
  // a mail's links must not tell the service where they were found
  ctx.set('Referrer-Policy', 'same-origin');
  ctx.type = 'text/html; charset=utf-8';
  const head = [...styles.map(styleLink), ...scripts.map(scriptTag)];
  ctx.body = sandboxPage({ width: 'wide', ...page, navigation, head: html`${head}` });
}

/** A form on another site must not act here. Programs say nothing of where they come from, browsers always do. */
export const ownFormsOnly: Middleware = async (ctx, next) => {
  const site = ctx.get('Sec-Fetch-Site');
  if (ctx.method !== 'POST' || ['', 'same-origin', 'none'].includes(site)) return next();
  ctx.status = 403;
  ctx.body = 'This form was sent from another site, so nothing was done.\n';
};

const navigation = html`<a href="/">Start</a> <a href="/calendar">Calendars</a>
  <a href="/inbox">Inbox</a>`;

/** Inline styles are the page's frame and the mails' own. */
function policy(scripts: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function styleLink(name: string): Html {
  return html`<link rel="stylesheet" href="${assetUrl(name)}" />`;
}

function scriptTag(name: string): Html {
  return html`<script type="module" src="${assetUrl(name)}"></script>`;
}
