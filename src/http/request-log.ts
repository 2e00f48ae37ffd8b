// One line per request: method, path with its tokens cut, status, time. Nothing of the person who sent it.
import type { Context, Middleware } from 'koa';
import type { Logger } from 'pino';

export function requestLog(
  log: Logger,
  observe: (ctx: Context, seconds: number) => void,
): Middleware {
  return async function logRequest(ctx, next) {
    const began = performance.now();
    try {
      await next();
    } finally {
      const milliseconds = performance.now() - began;
      observe(ctx, milliseconds / 1000);
      const level = ctx.status >= 500 ? 'error' : 'debug';
      log[level](
        { method: ctx.method, path: cutTokens(ctx.path), status: ctx.status, milliseconds },
        'request',
      );
    }
  };
}

/** Tokens are 43 characters of base64url: whoever reads the log must not be able to open a booking. */
export function cutTokens(path: string): string {
  return path.replaceAll(/[\w-]{40,}/g, '…');
}
