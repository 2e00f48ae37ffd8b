// /organiser/book: the organiser books for somebody. What, when and who are asked one after the other, each a page with an
// address of its own; what an address settles already is not asked.
import { Router, type RouterContext } from '@koa/router';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { goTo, organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { type Child, html } from '../web/html.ts';
import { type Booker, findBooker, readerOf, timesOf } from './booker.ts';
import { sendDetails, showDetails } from './details-pages.ts';
import { findPeople } from './find-people.ts';
import { freeTimes } from './free-times.ts';
import { readTypedTime } from './other-time-input.ts';
import { settledSoFar } from './summary-view.ts';
import { chooseWhat } from './what-view.ts';
import { chooseWhen } from './when-view.ts';
import { chooseWhom } from './whom-view.ts';
import { wishQuery, type WishQuery } from './wish-input.ts';
import { type Wish, wishLink } from './wish.ts';

export function behalfPages(parts: Parts): Router {
  const router = new Router({ prefix: '/book' });
  router.get('/', (ctx) => ask(parts, ctx));
  router.post('/', (ctx) => sendDetails(parts, ctx));
  return router;
}

/** The first that is not settled yet. */
async function ask(parts: Parts, ctx: RouterContext): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const query = readQuery(ctx, wishQuery);
  const wish = wishOf(query);
  const eventTypes = await listEventTypes(parts.database, organiser.id);
  const only = eventTypes.length === 1 ? eventTypes[0] : undefined;
  const eventType = eventTypes.find(({ slug }) => slug === query.eventType) ?? only;
  if (!eventType) return showStep(parts, ctx, chooseWhat(eventTypes, wish));
  const booker = findBooker({ organiser, eventTypes, eventType, wish });
  if (!wish.start) return askWhen(parts, ctx, booker, query);
  const isSettled = wish.attendee !== undefined || wish.who === 'new';
  if (isSettled) return showDetails(parts, ctx, booker, wish.start);
  await askWhom(parts, ctx, booker, wish.start);
}

function wishOf(query: WishQuery): Wish {
  const { eventType, durationMinutes, date, start, attendee, who, q } = query;
  return { eventType, durationMinutes, date, start, attendee, who, q };
}

async function askWhen(
  parts: Parts,
  ctx: RouterContext,
  booker: Booker,
  query: WishQuery,
): Promise<void> {
  const { organiser, wish } = booker;
  const { on = query.date ?? '', at = '' } = query;
  const { start, errors } = readTypedTime(query, organiser.timeZone);
  if (start) return goTo(ctx, wishLink({ ...wish, start }));
  const reader = readerOf(organiser, query);
  const calendar = await freeTimes(parts, ctx, { booker, query, reader });
  const { timeZone } = organiser;
  const body = html`${settledSoFar(booker, wish, reader)}
  ${chooseWhen(calendar, wish, { on, at, errors, timeZone })}`;
  showStep(parts, ctx, body, errors.length > 0 ? 400 : 200);
}

async function askWhom(
  parts: Parts,
  ctx: RouterContext,
  booker: Booker,
  startsAt: Date,
): Promise<void> {
  const { organiser, wish } = booker;
  const search = wish.q || undefined;
  const people = await findPeople(parts, organiser.id, search);
  if (people.length === 0 && search === undefined)
    return goTo(ctx, wishLink({ ...wish, who: 'new' }));
  const settled = { ...booker, times: timesOf(booker, startsAt) };
  const body = html`${settledSoFar(settled, wish, readerOf(organiser, {}))}
  ${chooseWhom({ search, people }, wish)}`;
  showStep(parts, ctx, body);
}

function showStep(parts: Parts, ctx: RouterContext, body: Child, status = 200): void {
  const title = say('Book for somebody');
  const content = organiserPage(parts.config, ctx, {
    title,
    place: '/organiser/bookings',
    body: html`<h1>${title}</h1>
      ${body}`,
    scripts: ['calendar.ts'],
  });
  show(ctx, content, status);
}
