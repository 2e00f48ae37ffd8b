// /organiser/bookings, /organiser/past, /organiser/cancelled: bookings in lists, page by page, by event type and by name.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { actionWords } from '../organisers/action-words.ts';
import { organiserPage, savedWords, show } from '../organisers/organiser-layout.ts';
import { listOwnBookings } from '../organisers/own-booking-queries.ts';
import { type OwnBooking, shownStates } from '../organisers/own-booking.ts';
import type { Parts } from '../parts.ts';
import { type ListKind, listIds, listKinds, type ListPage } from './list-queries.ts';
import { listPaths, listTitle, listView } from './list-view.ts';

const pageSize = 50;

/** An address that was mended by hand shows the list's beginning. */
const listQuery = z.object({
  before: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable()
    .catch(null),
  type: z.string().min(1).max(100).nullable().catch(null),
  q: z.string().trim().min(1).max(200).nullable().catch(null),
});

export function listPages(parts: Parts): Router {
  const router = new Router();
  for (const kind of listKinds)
    router.get(listPaths[kind].replace('/organiser', ''), (ctx) => showList(parts, ctx, kind));
  return router;
}

async function showList(parts: Parts, ctx: RouterContext, kind: ListKind): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const { before: beyond, type: eventType, q: search } = readQuery(ctx, listQuery);
  const page = { beyond, eventType, search, limit: pageSize };
  const now = parts.clock();
  const bookings = await listBookings(parts, id, { kind, page, now });
  const last = bookings.at(-1)?.startsAt ?? null;
  const hasMore = last && (await hasAny(parts, id, { kind, page: { ...page, beyond: last }, now }));
  const eventTypes = await listEventTypes(parts.database, id);
  const onward = hasMore ? last : null;
  const body = listView(bookings, { kind, now, timeZone, page, onward, eventTypes });
  const saved = savedWords(ctx, actionWords());
  const framed = { title: listTitle(kind), place: '/organiser/bookings', body, saved } as const;
  show(ctx, organiserPage(parts.config, ctx, framed));
}

type Listing = { kind: ListKind; page: ListPage; now: Date };

async function listBookings(
  { database }: Parts,
  organiserId: string,
  { kind, page, now }: Listing,
): Promise<OwnBooking[]> {
  const ids = await listIds[kind](database, organiserId, page, now);
  const filter = { ids, from: null, to: null, states: shownStates, limit: ids.length };
  const bookings = await listOwnBookings(database, organiserId, filter, now);
  return kind === 'upcoming' ? bookings : bookings.toReversed();
}

async function hasAny(
  { database }: Parts,
  organiserId: string,
  { kind, page, now }: Listing,
): Promise<boolean> {
  return (await listIds[kind](database, organiserId, { ...page, limit: 1 }, now)).length > 0;
}
