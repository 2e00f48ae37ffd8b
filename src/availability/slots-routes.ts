// GET slots: what is free between two dates, told apart by an ETag of the organiser's version.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { getSlotsVersion } from '../event-types/event-type-queries.ts';
import { readQuery } from '../http/input.ts';
import type { Parts } from '../parts.ts';
import { dayOf } from './dates.ts';
import { listSlots, type SlotSearch } from './list-slots.ts';
import { type CachedAnswer, createSlotsCache } from './slots-cache.ts';
import { slotsJson } from './slots-json.ts';
import { isTimeZone } from './time-zone.ts';

const mostDays = 366;
const date = z.iso.date({ error: 'This must be a date like 2026-11-23.', abort: true });

export const slotsQuery = z
  .strictObject({
    from: date,
    to: date,
    timeZone: z.string().refine(isTimeZone, 'This must be an IANA time zone like Europe/Berlin.'),
    hold: z.string().max(100).optional(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'This must not be before "from".',
  })
  .refine(({ from, to }) => dayOf(to) - dayOf(from) < mostDays, {
    path: ['to'],
    message: `At most ${mostDays} days can be asked for at once.`,
  });

export function slotsRoutes(parts: Parts): Router {
  const router = new Router();
  const cache = createSlotsCache();
  router.get('/api/organisers/:handle/event-types/:slug/slots', async (ctx) => {
    const { handle, slug } = ctx.params as { handle: string; slug: string };
    const { hold, ...query } = readQuery(ctx, slotsQuery);
    const search = { handle, slug, ...query, ...(hold !== undefined && { hold }) };
    const version = await getSlotsVersion(parts.database, handle, slug);
    const key = JSON.stringify(search);
    const answer =
      cache.find(key, version, parts.clock()) ?? (await answerAnew(parts, search, version));
    cache.keep(key, answer);
    ctx.set('Cache-Control', 'no-cache');
    send(ctx, answer);
  });
  return router;
}

function send(ctx: Context, { etag, body }: CachedAnswer): void {
  ctx.status = 200; // Koa compares the ETag of successes only
  ctx.etag = etag;
  ctx.type = 'application/json';
  ctx.body = body;
  if (ctx.fresh) ctx.status = 304;
}

/** The version is read before everything else: a change meanwhile makes this answer old, never wrongly new. */
async function answerAnew(
  parts: Parts,
  search: SlotSearch,
  version: string,
): Promise<CachedAnswer> {
  const list = await listSlots(parts, search);
  const slots = slotsJson(list.starts, list.durationMinutes, list.timeZone);
  return {
    version,
    goodUntil: list.goodUntil,
    etag: `${version}.${list.goodUntil.getTime().toString(36)}`,
    body: Buffer.from(
      `{"timeZone":${JSON.stringify(list.timeZone)},"checkedAt":"${list.checkedAt.toISOString()}","slots":${slots}}`,
    ),
  };
}
