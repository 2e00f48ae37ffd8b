// A form as it was typed: field name → text.
import type { Context } from 'koa';

/** The body parser has made an object of each dotted name (`asks.phone`): here they are the form's own names again. */
export function readFields(ctx: Context): Record<string, string> {
  const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => textsOf(name, value)));
}

function textsOf(name: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[name, value.trim()]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(`${name}.${key}`, inner));
}
