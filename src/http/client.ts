// Who is calling: the connection's own address, unless the deployment says how many proxies stand in front.
import { isIPv6 } from 'node:net';
import type { Context } from 'koa';
import type { Parts } from '../parts.ts';

/** @param trustProxy how many entries at the right end of X-Forwarded-For were written by our own proxies */
export function clientAddress(ctx: Context, trustProxy: number): string {
  const connection = ctx.req.socket.remoteAddress ?? 'unknown';
  if (trustProxy === 0) return networkOf(connection);
  const forwarded = ctx
    .get('X-Forwarded-For')
    .split(',')
    .map((part) => part.trim());
  return networkOf(forwarded.at(-trustProxy) || connection);
}

/** The client as limits know it: a keyed hash. Null where limits per client are off. */
export function clientOf(ctx: Context, { config, tokens }: Parts): string | null {
  if (config.rateLimitPerMinute === 0) return null;
  return tokens.fingerprint(clientAddress(ctx, config.trustProxy));
}

/** An IPv6 customer has 2^64 addresses to call from, so that network is one client; "::ffff:192.0.2.1" is an IPv4. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const [left, right] = [groupsOf(head), groupsOf(tail ?? '')];
  const between = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: between }, () => '0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Without leading zeros; an IPv4 at the end stands for two groups, which are not looked at. */
function groupsOf(text: string): string[] {
  if (text === '') return [];
  return text
    .split(':')
    .flatMap((group) => (group.includes('.') ? ['v4', 'v4'] : [group.replace(/^0+(?=.)/, '')]));
}
