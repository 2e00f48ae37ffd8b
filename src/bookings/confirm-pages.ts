// `/confirm/{token}`: the link in the mail opens a page; only its button acts, so a mail scanner confirms nothing.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { readBody } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { instant } from '../web/picker/picker-input.ts';
import { seeOther, sendPage } from '../web/send-page.ts';
import { confirmBooking, getConfirmation } from './confirm-booking.ts';
import { confirmPage, requestOverPage } from './confirm-view.ts';
import { confirmationStageOf } from './confirmation-stage.ts';
import { findFreeNear } from './find-form.ts';
import { clientOf, readerOf, tokenOf } from './page-reader.ts';
import { takeAlternative } from './take-alternative.ts';

const confirmation = z.object({ take: instant.optional() });

export function confirmPages(parts: Parts): Router {
  const router = new Router();

  router.get('/confirm/:token', (ctx) => showConfirmation(parts, ctx));

  router.post('/confirm/:token', async (ctx) => {
    const { take } = readBody(ctx, confirmation);
    const token = tokenOf(ctx);
    try {
      const { manageToken } = take
        ? await takeAlternative(parts, token, take, clientOf(ctx, parts))
        : await confirmBooking(parts, token);
      seeOther(ctx, `/bookings/${manageToken}`);
    } catch (error) {
      if (!isProblem(error)) throw error;
      await showConfirmation(parts, ctx, error);
    }
  });
  return router;
}

async function showConfirmation(parts: Parts, ctx: Context, trouble?: Problem): Promise<void> {
  const found = await getConfirmation(parts, tokenOf(ctx));
  const { booking, organiser, eventType, key } = found;
  const { config } = parts;
  const now = parts.clock();
  const reader = readerOf(ctx, booking, organiser);
  const status = trouble ? statusOf[trouble.code] : 200;
  const stage = confirmationStageOf(booking, now, trouble);
  if (stage.kind === 'settled') {
    const token = parts.tokens.create('manage', booking.id, booking.manageGeneration);
    return seeOther(ctx, `/bookings/${token}`);
  }
  const shared = { organiser, eventType, key, config, reader, action: ctx.path };
  if (stage.kind === 'open') {
    const page = confirmPage({
      ...shared,
      times: booking,
      now,
      expiresAt: stage.expiresAt,
      trouble,
    });
    return sendPage(ctx, page, status);
  }
  const { startsAt } = booking;
  const alternatives =
    trouble?.alternatives ?? (await findFreeNear(parts, { organiser, eventType, startsAt }));
  const page = requestOverPage({
    ...shared,
    startsAt,
    alternatives,
    keepsForm: stage.keepsForm,
    trouble,
  });
  sendPage(ctx, page, trouble ? status : statusOf.request_expired);
}
