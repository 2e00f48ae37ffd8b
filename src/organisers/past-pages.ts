// /organiser/past: what was, newest first, page by page; who came and who did not can still be set right.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { actionWords } from './action-words.ts';
import { organiserPage, savedWords, show } from './organiser-layout.ts';
import { listOwnBookings } from './own-booking-queries.ts';
import { type OwnBooking, shownStates } from './own-booking.ts';
import { listPastIds } from './past-booking-queries.ts';
import { pastView } from './past-view.ts';

const pageSize = 50;

/** An address that was mended by hand shows the newest. */
const pastQuery = z.object({
  before: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable()
    .catch(null),
});

export function pastPages(parts: Parts): Router {
  const router = new Router();
  router.get('/past', (ctx) => showPast(parts, ctx));
  return router;
}

async function showPast(parts: Parts, ctx: RouterContext): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const { before } = readQuery(ctx, pastQuery);
  const now = parts.clock();
  const bookings = await listPast(parts, id, before, now);
  const oldest = bookings.at(-1)?.startsAt ?? null;
  const hasMore = oldest && (await hasAny(parts, id, oldest, now));
  const view = { now, timeZone, before, older: hasMore ? oldest : null };
  const title = 'Past appointments';
  const body = pastView(bookings, view);
  const saved = savedWords(ctx, actionWords);
  show(ctx, organiserPage(parts.config, ctx, { title, place: '/organiser', body, saved }));
}

async function listPast(
  { database }: Parts,
  organiserId: string,
  before: Date | null,
  now: Date,
): Promise<OwnBooking[]> {
  const ids = await listPastIds(database, organiserId, { before, limit: pageSize }, now);
  const filter = { ids, from: null, to: null, states: shownStates, limit: ids.length };
  return (await listOwnBookings(database, organiserId, filter, now)).toReversed();
}

async function hasAny({ database }: Parts, organiserId: string, before: Date, now: Date) {
  return (await listPastIds(database, organiserId, { before, limit: 1 }, now)).length > 0;
}
