// /organiser/bookings/{id}/move: the organiser chooses another time for an appointment; the attendee is told.
import { Router, type RouterContext } from '@koa/router';
import { getBooking } from '../bookings/booking-queries.ts';
import { type BookingWithContext, withContext } from '../bookings/get-hold.ts';
import { moveTimes } from '../bookings/move-times.ts';
import { readBody, readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { type MoveQuery, moveQuery, slotChoice } from '../web/picker/picker-input.ts';
import { actOnBooking } from './act-on-booking.ts';
import { readId } from './id-input.ts';
import { goTo, organiserPage, show } from './organiser-layout.ts';
import { getOwnBooking } from './own-booking-queries.ts';
import { chooseTimeView, confirmMoveView, type OwnMove } from './own-move-view.ts';

export function ownMovePages(parts: Parts): Router {
  const router = new Router({ prefix: '/bookings/:id/move' });
  router.get('/', async (ctx) => {
    const query = readQuery(ctx, moveQuery);
    const found = await getOwnWithContext(parts, ctx);
    const { start } = query;
    if (found.booking.state !== 'confirmed') return goTo(ctx, pathOf(ctx));
    const asks = start && start.getTime() !== found.booking.startsAt.getTime();
    if (asks) showPage(parts, ctx, confirmMoveView(viewOf(ctx, found, query), start));
    else await showTimes(parts, ctx, found, query);
  });

  router.post('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const { start, ...query } = readBody(ctx, slotChoice);
    try {
      await actOnBooking(parts, id, readId(ctx), { do: 'reschedule', startsAt: start });
      goTo(ctx, pathOf(ctx), 'move');
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      const found = await getOwnWithContext(parts, ctx);
      if (found.booking.state !== 'confirmed') return goTo(ctx, pathOf(ctx));
      await showTimes(parts, ctx, found, { ...query, start }, error);
    }
  });
  return router;
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
  query: MoveQuery,
  trouble?: Problem,
): Promise<void> {
  const view = viewOf(ctx, found, query);
  const calendar = await moveTimes(parts, ctx, { ...found, query, reader: view.reader });
  const status = trouble ? statusOf[trouble.code] : 200;
  showPage(parts, ctx, chooseTimeView({ ...view, trouble }, calendar), status);
}

/** In the organiser's own zone and by the clock of the organiser's other pages, unless another was chosen. */
function viewOf(
  ctx: RouterContext,
  { booking, organiser, eventType }: BookingWithContext,
  query: MoveQuery,
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
  show(
    ctx,
    organiserPage(config, ctx, { title, place: '/organiser/bookings', body, scripts }),
    status,
  );
}

function pathOf(ctx: RouterContext): string {
  return `/organiser/bookings/${readId(ctx)}`;
}
