// Who is calling: the connection's own address, unless the deployment says how many proxies stand in front.
import type { Context } from 'koa';
import type { Parts } from '../parts.ts';

/** @param trustProxy how many entries at the right end of X-Forwarded-For were written by our own proxies */
export function clientAddress(ctx: Context, trustProxy: number): string {
  const connection = ctx.req.socket.remoteAddress ?? 'unknown';
  if (trustProxy === 0) return connection;
  const forwarded = ctx
    .get('X-Forwarded-For')
    .split(',')
    .map((part) => part.trim());
  return forwarded.at(-trustProxy) || connection;
}

/** The client as limits know it: a keyed hash. Null where limits per client are off. */
export function clientOf(ctx: Context, { config, tokens }: Parts): string | null {
  if (config.rateLimitPerMinute === 0) return null;
  return tokens.fingerprint(clientAddress(ctx, config.trustProxy));
}
