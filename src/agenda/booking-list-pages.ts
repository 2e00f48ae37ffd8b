// /organiser/bookings and beneath it the past and the cancelled ones: page by page, narrowed by event type, by how they
// stand, and by who comes. Who came and who did not can still be set right.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { actionWords } from '../organisers/action-words.ts';
import { organiserPage, savedWords, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { bookingListTitle, bookingListView } from './booking-list-view.ts';
import { type BookingListName, choicesOf, listNames, listPaths } from './booking-list.ts';
import { gatherList } from './gather-list.ts';

/** An address that was mended by hand shows the list from its beginning, not narrowed by what cannot be read. */
const moment = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable()
  .catch(null);

const words = z
  .string()
  .trim()
  .transform((text) => text.slice(0, 100) || null)
  .nullable()
  .catch(null);

const listQuery = (list: BookingListName) =>
  z.object({
    q: words,
    type: words,
    state: z.enum(choicesOf[list]).nullable().catch(null),
    before: moment,
    after: moment,
  });

const formerPaths = { '/past': listPaths.past, '/cancelled': listPaths.cancelled } as const;

export function bookingListPages(parts: Parts): Router {
  const router = new Router();
  for (const list of listNames)
    router.get(listPaths[list].slice('/organiser'.length), (ctx) => showList(parts, ctx, list));
  for (const [former, path] of Object.entries(formerPaths))
    router.get(former, (ctx) => {
      ctx.status = 301;
      ctx.redirect(`${path}${ctx.search}`);
    });
  return router;
}

async function showList(parts: Parts, ctx: RouterContext, list: BookingListName): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const { database, clock, config } = parts;
  const now = clock();
  const {
    q: search,
    type: eventType,
    state: standing,
    before,
    after,
  } = readQuery(ctx, listQuery(list));
  const wanted = { search, eventType, standing };
  const beyond = list === 'upcoming' ? after : before;
  const found = await gatherList(database, id, list, { ...wanted, beyond, now });
  const eventTypes = await listEventTypes(database, id);
  const body = bookingListView(found, { list, wanted, beyond, eventTypes, now, timeZone });
  const saved = savedWords(ctx, actionWords());
  const page = {
    title: bookingListTitle(list),
    place: '/organiser/bookings',
    body,
    saved,
  } as const;
  show(ctx, organiserPage(config, ctx, page));
}
