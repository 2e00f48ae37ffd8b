// GET slots: what is free between two dates, told apart by an ETag of the organiser's version.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { admit } from '../event-types/admit.ts';
import { getSlotsVersion } from '../event-types/event-type-queries.ts';
import { readQuery } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { dayOf } from './dates.ts';
import { listSlotsAt, type SlotSearch, type SlotsPlace } from './list-slots.ts';
import { type CachedAnswer, createSlotsCache } from './slots-cache.ts';
import { slotsJson } from './slots-json.ts';
import { isTimeZone } from './time-zone.ts';

const mostDays = 366;
const date = z.iso.date({
  error: () => say('This must be a date like 2026-11-23.'),
  abort: true,
});

export const slotsQuery = z
  .strictObject({
    from: date,
    to: date,
    timeZone: z.string().refine(isTimeZone, {
      error: () => say('This must be an IANA time zone like Europe/Berlin.'),
    }),
    durationMinutes: z.coerce
      .number({ error: () => say('Give a whole number of minutes.') })
      .optional()
      .meta({ description: 'One of the event type’s lengths; its own where none is said.' }),
    key: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'Of a secret link, where the event type is secret.' }),
    hold: z.string().max(100).optional(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: () => say('This must not be before "from".'),
  })
  .refine(({ from, to }) => dayOf(to) - dayOf(from) < mostDays, {
    path: ['to'],
    error: () => say('At most {count} days can be asked for at once.', { count: mostDays }),
  });

export function slotsRoutes(parts: Parts): Router {
  const router = new Router();
  const cache = createSlotsCache();
  router.get('/api/organisers/:handle/event-types/:slug/slots', async (ctx) => {
    const { handle, slug } = ctx.params as { handle: string; slug: string };
    const { key: secretKey, ...query } = readQuery(ctx, slotsQuery);
    const { version, ...eventType } = await getSlotsVersion(parts.database, handle, slug);
    await admit(parts, eventType, secretKey);
    const search = { handle, slug, ...query };
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
  search: SlotSearch & SlotsPlace,
  version: string,
): Promise<CachedAnswer> {
  const list = await listSlotsAt(parts, search);
  const slots = slotsJson(list.starts, list.durationMinutes, list.timeZone);
  return {
    version,
    goodUntil: list.goodUntil,
    etag: `${version}.${list.goodUntil.getTime().toString(36)}.${list.durationMinutes}`,
    body: Buffer.from(
      `{"timeZone":${JSON.stringify(list.timeZone)},"checkedAt":"${list.checkedAt.toISOString()}","slots":${slots}}`,
    ),
  };
}
