// `/bookings/{token}/cancel`: asks once, takes a reason if there is one.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { readBody } from '../http/input.ts';
import { keepLanguage } from '../http/language.ts';
import { statusOf } from '../http/problems.ts';
import { languages } from '../languages/language.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { seeOther, sendPage } from '../web/send-page.ts';
import { cancelBooking } from './cancel-booking.ts';
import { cancelPage } from './change-view.ts';
import { getBookingByToken } from './get-booking-by-token.ts';
import { readerOf, tokenOf } from './page-reader.ts';

const cancellation = z.object({
  reason: z.string().trim().max(500).default(''),
  /** Chosen while a reason is being typed: the question is asked again in that language. */
  language: z.enum(languages).optional().catch(undefined),
});

export function cancelPages(parts: Parts): Router {
  const router = new Router();

  router.get('/bookings/:token/cancel', (ctx) => ask(parts, ctx, ''));

  router.post('/bookings/:token/cancel', async (ctx) => {
    const { reason, language } = readBody(ctx, cancellation);
    const token = tokenOf(ctx);
    if (language) {
      keepLanguage(ctx, parts.config.publicUrl, language);
      return ask(parts, ctx, reason);
    }
    try {
      await cancelBooking(parts, { token, actor: 'attendee', ...(reason && { reason }) });
      seeOther(ctx, `/bookings/${token}`);
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      await ask(parts, ctx, reason, error);
    }
  });
  return router;
}

/** What cannot be cancelled, any more or already, says so on its own page. */
async function ask(parts: Parts, ctx: Context, reason: string, trouble?: Problem): Promise<void> {
  const { booking, organiser, eventType, may } = await getBookingByToken(parts, tokenOf(ctx));
  const path = `/bookings/${tokenOf(ctx)}`;
  if (!may.cancel) return seeOther(ctx, path);
  const reader = readerOf(ctx, booking, organiser);
  const view = {
    organiser,
    eventType,
    config: parts.config,
    reader,
    times: booking,
    path,
    trouble,
  };
  sendPage(ctx, cancelPage(view, reason), trouble ? statusOf[trouble.code] : 200);
}
