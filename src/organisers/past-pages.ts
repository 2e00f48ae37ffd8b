// /organiser/past and /organiser/cancelled: newest first, page by page; who came and who did not can still be set right.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { actionWords } from './action-words.ts';
import { organiserPage, savedWords, show } from './organiser-layout.ts';
import { listOwnBookings } from './own-booking-queries.ts';
import { type OwnBooking, shownStates } from './own-booking.ts';
import { type EarlierKind, listEarlierIds } from './past-booking-queries.ts';
import { pastTitles, pastView } from './past-view.ts';

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
  for (const kind of ['past', 'cancelled'] as const)
    router.get(`/${kind}`, (ctx) => showEarlier(parts, ctx, kind));
  return router;
}

async function showEarlier(parts: Parts, ctx: RouterContext, kind: EarlierKind): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const { before } = readQuery(ctx, pastQuery);
  const now = parts.clock();
  const bookings = await listEarlier(parts, id, kind, before, now);
  const oldest = bookings.at(-1)?.startsAt ?? null;
  const hasMore = oldest && (await hasAny(parts, id, kind, oldest, now));
  const title = pastTitles[kind];
  const body = pastView(bookings, { kind, now, timeZone, before, older: hasMore ? oldest : null });
  const saved = savedWords(ctx, actionWords);
  show(ctx, organiserPage(parts.config, ctx, { title, place: '/organiser', body, saved }));
}

async function listEarlier(
  { database }: Parts,
  organiserId: string,
  kind: EarlierKind,
  before: Date | null,
  now: Date,
): Promise<OwnBooking[]> {
  const page = { before, limit: pageSize };
  const ids = await listEarlierIds[kind](database, organiserId, page, now);
  const filter = { ids, from: null, to: null, states: shownStates, limit: ids.length };
  return (await listOwnBookings(database, organiserId, filter, now)).toReversed();
}

async function hasAny(
  { database }: Parts,
  organiserId: string,
  kind: EarlierKind,
  before: Date,
  now: Date,
): Promise<boolean> {
  const page = { before, limit: 1 };
  return (await listEarlierIds[kind](database, organiserId, page, now)).length > 0;
}
