// `/bookings/{token}/move`: another time for the same appointment; the present one stays until the new one is sure.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { overlayPanel } from '../attendee-calendar/overlay-view.ts';
import { readBody, readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { type MoveQuery, moveQuery, slotChoice } from '../web/picker/picker-input.ts';
import { seeOther, sendPage } from '../web/send-page.ts';
import { type ChangePage, confirmMovePage, movePage } from './change-view.ts';
import { getBookingByToken } from './get-booking-by-token.ts';
import type { BookingWithContext } from './get-hold.ts';
import { moveTimes } from './move-times.ts';
import { readerOf, tokenOf } from './page-reader.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

export function movePages(parts: Parts): Router {
  const router = new Router();

  router.get('/bookings/:token/move', async (ctx) => {
    const query = readQuery(ctx, moveQuery);
    const found = await getBookingByToken(parts, tokenOf(ctx));
    if (!found.may.reschedule) return seeOther(ctx, pathOf(ctx));
    const { start } = query;
    const asks = start && start.getTime() !== found.booking.startsAt.getTime();
    if (asks) sendPage(ctx, confirmMovePage(viewOf(parts, ctx, found, query), start));
    else await showTimes(parts, ctx, found, query);
  });

  router.post('/bookings/:token/move', async (ctx) => {
    const { start, ...query } = readBody(ctx, slotChoice);
    const token = tokenOf(ctx);
    try {
      await rescheduleBooking(parts, { token, startsAt: start, actor: 'attendee' });
      seeOther(ctx, pathOf(ctx));
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      const found = await getBookingByToken(parts, token);
      await showTimes(parts, ctx, found, { ...query, start }, error);
    }
  });
  return router;
}

async function showTimes(
  parts: Parts,
  ctx: Context,
  found: BookingWithContext,
  query: MoveQuery,
  trouble?: Problem,
): Promise<void> {
  const view = viewOf(parts, ctx, found, query);
  const overlay = overlayPanel({
    config: parts.config,
    now: parts.clock(),
    horizonDays: found.eventType.horizonDays,
    path: ctx.path,
  });
  const calendar = await moveTimes(parts, ctx, { ...found, query, reader: view.reader, overlay });
  const status = trouble ? statusOf[trouble.code] : 200;
  sendPage(ctx, movePage({ ...view, trouble }, calendar), status);
}

function viewOf(
  { config }: Parts,
  ctx: Context,
  { booking, organiser, eventType }: BookingWithContext,
  query: MoveQuery,
): ChangePage {
  const own = readerOf(ctx, booking, organiser);
  const reader = { timeZone: query.timeZone ?? own.timeZone, clock: query.clock ?? own.clock };
  return { organiser, eventType, config, reader, times: booking, path: pathOf(ctx) };
}

function pathOf(ctx: Context): string {
  return `/bookings/${tokenOf(ctx)}`;
}
