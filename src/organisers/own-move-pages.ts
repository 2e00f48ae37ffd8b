// /organiser/bookings/{id}/move: the organiser chooses another time for an appointment, a free one or any other; the
// attendee is told.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { getBooking } from '../bookings/booking-queries.ts';
import { type BookingWithContext, withContext } from '../bookings/get-hold.ts';
import { moveTimes } from '../bookings/move-times.ts';
import { readBody, readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import { examineTime } from '../on-behalf/examine-time.ts';
import { moveByOrganiser } from '../on-behalf/move-by-organiser.ts';
import type { Objection } from '../on-behalf/objection.ts';
import { readTypedTime } from '../on-behalf/other-time-input.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { moveQuery, slotChoice } from '../web/picker/picker-input.ts';
import { readId } from './id-input.ts';
import { goTo, organiserPage, show } from './organiser-layout.ts';
import { getOwnBooking } from './own-booking-queries.ts';
import { chooseTimeView, confirmMoveView, type OwnMove } from './own-move-view.ts';

const typed = z.string().max(40).optional().catch(undefined);
/** A free time, or one that was typed: a date and a time on the organiser's clock. */
const ownMoveQuery = moveQuery.extend({ on: typed, at: typed });
const ownMove = slotChoice.extend({ accept: z.string().max(20_000).default('') });

type Query = z.infer<typeof ownMoveQuery>;

export function ownMovePages(parts: Parts): Router {
  const router = new Router({ prefix: '/bookings/:id/move' });
  router.get('/', async (ctx) => {
    const query = readQuery(ctx, ownMoveQuery);
    const found = await getOwnWithContext(parts, ctx);
    if (found.booking.state !== 'confirmed') return goTo(ctx, pathOf(ctx));
    const { start } = readTypedTime(query, found.organiser.timeZone);
    const startsAt = start ?? query.start;
    const asks = startsAt && startsAt.getTime() !== found.booking.startsAt.getTime();
    if (asks) await ask(parts, ctx, found, { ...query, start: startsAt });
    else await showTimes(parts, ctx, found, query);
  });

  router.post('/', async (ctx) => {
    const { start: startsAt, accept, ...query } = readBody(ctx, ownMove);
    const found = await getOwnWithContext(parts, ctx);
    if (found.booking.state !== 'confirmed') return goTo(ctx, pathOf(ctx));
    const bookingId = found.booking.id;
    try {
      const outcome = await moveByOrganiser(parts, {
        bookingId,
        startsAt,
        accepts: { key: accept },
      });
      if (outcome.is === 'moved') return goTo(ctx, pathOf(ctx), 'move');
      const view = viewOf(ctx, found, query);
      const asked = { objections: outcome.objections, isUnaccepted: true };
      showPage(parts, ctx, confirmMoveView(view, startsAt, asked), 409);
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      await showAnew(parts, ctx, { ...query, start: startsAt }, error);
    }
  });
  return router;
}

/** What speaks against the time is said before the press; who else has it, or what Google does not say, in its place. */
async function ask(
  parts: Parts,
  ctx: RouterContext,
  found: BookingWithContext,
  query: Query & { start: Date },
): Promise<void> {
  try {
    const { objections } = await examineTime(parts, { ...found, startsAt: query.start });
    showConfirm(parts, ctx, found, query, objections);
  } catch (error) {
    if (!isProblem(error) || error.code === 'internal') throw error;
    await showTimes(parts, ctx, found, query, error);
  }
}

function showConfirm(
  parts: Parts,
  ctx: RouterContext,
  found: BookingWithContext,
  query: Query & { start: Date },
  objections: readonly Objection[],
): void {
  const asked = { objections, isUnaccepted: false };
  showPage(parts, ctx, confirmMoveView(viewOf(ctx, found, query), query.start, asked));
}

/** As it stands by now: it may have been cancelled meanwhile. */
async function showAnew(
  parts: Parts,
  ctx: RouterContext,
  query: Query,
  trouble: Problem,
): Promise<void> {
  const found = await getOwnWithContext(parts, ctx);
  if (found.booking.state !== 'confirmed') return goTo(ctx, pathOf(ctx));
  await showTimes(parts, ctx, found, query, trouble);
}

/** Throws not_found: whose it is is settled first. */
async function getOwnWithContext(parts: Parts, ctx: RouterContext): Promise<BookingWithContext> {
  const organiser = requireOrganiser(ctx);
  const { id } = await getOwnBooking(parts.database, organiser.id, readId(ctx), parts.clock());
  return withContext(parts, await getBooking(parts.database, id));
}

async function showTimes(
  parts: Parts,
  ctx: RouterContext,
  found: BookingWithContext,
  query: Query,
  trouble?: Problem,
): Promise<void> {
  const view = viewOf(ctx, found, query);
  const calendar = await moveTimes(parts, ctx, { ...found, query, reader: view.reader });
  const { timeZone } = found.organiser;
  const { on = '', at = '' } = query;
  const { errors } = readTypedTime(query, timeZone);
  const other = { on, at, errors, timeZone };
  const status = trouble ? statusOf[trouble.code] : errors.length > 0 ? 400 : 200;
  showPage(parts, ctx, chooseTimeView({ ...view, trouble }, calendar, other), status);
}

/** In the organiser's own zone and by the clock of the organiser's other pages, unless another was chosen. */
function viewOf(
  ctx: RouterContext,
  { booking, organiser, eventType }: BookingWithContext,
  query: Pick<Query, 'timeZone' | 'clock'>,
): OwnMove {
  const reader = { timeZone: query.timeZone ?? organiser.timeZone, clock: query.clock ?? '24' };
  const attendee = 'attendee' in booking ? booking.attendee : null;
  return { times: booking, reader, path: pathOf(ctx), eventType, name: attendee?.name ?? null };
}

function showPage(
  { config }: Parts,
  ctx: RouterContext,
  { title, body, scripts }: ReturnType<typeof chooseTimeView>,
  status = 200,
): void {
  const place = '/organiser/bookings' as const;
  show(ctx, organiserPage(config, ctx, { title, place, body, scripts }), status);
}

function pathOf(ctx: RouterContext): string {
  return `/organiser/bookings/${readId(ctx)}`;
}
