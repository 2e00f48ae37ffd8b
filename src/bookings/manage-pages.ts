// `/bookings/{token}`: the received appointment; while its proof is awaited, the mail once more and the way back from a
// slip in the address.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { getRetention } from '../attendees/retention-queries.ts';
import type { Database } from '../database/database.ts';
import { readBody, readQuery } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { guessCountry } from '../web/countries.ts';
import { instant } from '../web/picker/picker-input.ts';
import { seeOther, sendPage } from '../web/send-page.ts';
import { listHistory } from './booking-queries.ts';
import type { Booking } from './booking.ts';
import { correctAddress, type Correction } from './correct-address.ts';
import type { Typed } from './form-input.ts';
import { formPage } from './form-view.ts';
import { getBookingByToken } from './get-booking-by-token.ts';
import { keepTime } from './keep-time.ts';
import { lastMoveOf, type Move } from './last-move.ts';
import { managePage } from './manage-view.ts';
import { clientOf, readerOf, tokenOf } from './page-reader.ts';
import { getProofMails } from './proof-mail-queries.ts';
import { resendingOf } from './proof-mails.ts';
import { sendProofAgain } from './send-proof-again.ts';

/** What was pressed on the page before, as its address tells. */
const lastPress = z.object({
  mail: z.literal('sent').optional().catch(undefined),
});

const keptTime = z.object({ start: instant });

export function managePages(parts: Parts): Router {
  const router = new Router();

  router.get('/bookings/:token', (ctx) => showBooking(parts, ctx, readQuery(ctx, lastPress)));

  router.post('/bookings/:token/resend', async (ctx) => {
    try {
      await sendProofAgain(parts, tokenOf(ctx));
      seeOther(ctx, `/bookings/${tokenOf(ctx)}?mail=sent`);
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      if (error.code === 'too_many_requests') await showBooking(parts, ctx, {}, error);
      else seeOther(ctx, `/bookings/${tokenOf(ctx)}`);
    }
  });

  router.post('/bookings/:token/keep', async (ctx) => {
    await keepTime(parts, tokenOf(ctx), readBody(ctx, keptTime).start);
    seeOther(ctx, `/bookings/${tokenOf(ctx)}`);
  });

  router.post('/bookings/:token/correct', async (ctx) => {
    const path = `/bookings/${tokenOf(ctx)}`;
    try {
      const correction = await correctAddress(parts, tokenOf(ctx), clientOf(ctx, parts));
      const reader = readerOf(ctx, correction.booking, correction.organiser);
      const typed = typedBefore(correction, ctx.get('Accept-Language'));
      const { booking: times, organiser, eventType, key, held: hold } = correction;
      const retention = await getRetention(parts.database, organiser.id);
      const view = { organiser, eventType, key, config: parts.config, reader, now: parts.clock() };
      const form = { times, hold, typed, retention, errors: [], isCorrection: true };
      sendPage(ctx, formPage({ ...view, ...form }));
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      seeOther(ctx, path);
    }
  });

  // Where a POST has shown a page, reloading its address, or coming back to it, asks for this.
  for (const press of ['resend', 'keep', 'correct'])
    router.get(`/bookings/:token/${press}`, (ctx) => seeOther(ctx, `/bookings/${tokenOf(ctx)}`));
  return router;
}

async function showBooking(
  parts: Parts,
  ctx: Context,
  { mail }: z.infer<typeof lastPress>,
  trouble?: Problem,
): Promise<void> {
  const { database, config } = parts;
  const now = parts.clock();
  const token = tokenOf(ctx);
  const found = await getBookingByToken(parts, token);
  const { booking, organiser } = found;
  const page = managePage({
    ...found,
    config,
    now,
    reader: readerOf(ctx, booking, organiser),
    path: `/bookings/${token}`,
    moved: await findMove(database, booking),
    resending: await findResending(database, booking, now),
    isSentAgain: mail !== undefined,
    trouble,
  });
  sendPage(ctx, page, trouble ? statusOf[trouble.code] : 200);
}

async function findMove(database: Database, { id, state }: Booking): Promise<Move | null> {
  return state === 'confirmed' ? lastMoveOf(await listHistory(database, id)) : null;
}

async function findResending(database: Database, { id, state }: Booking, now: Date) {
  return state === 'requested' ? resendingOf(await getProofMails(database, id), now) : null;
}

/** What the manage page may not show is not shown here either; client/draft.ts has it in the tab that typed it. */
function typedBefore({ attendee }: Correction, acceptLanguage: string): Typed {
  const { name, email, phone, timeZone } = attendee;
  const country = guessCountry(timeZone, acceptLanguage);
  return { name, email, phone: phone ?? '', phoneCountry: country ?? '' };
}
