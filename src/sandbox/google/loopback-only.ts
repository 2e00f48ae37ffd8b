// Only a browser that was pointed at this machine is let in: a foreign name that resolves to it is not.
import type { Context, Next } from 'koa';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export async function loopbackOnly(ctx: Context, next: Next): Promise<void> {
  if (loopbackNames.has(ctx.hostname)) return next();
  ctx.status = 403;
  ctx.body = 'The sandbox answers on localhost alone.\n';
}
