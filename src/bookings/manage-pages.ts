// `/bookings/{token}`: the received appointment, and the way back from a slip in the address.
import { Router } from '@koa/router';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { guessCountry } from '../web/countries.ts';
import { seeOther, sendPage } from '../web/send-page.ts';
import { correctAddress, type Correction } from './correct-address.ts';
import type { Typed } from './form-input.ts';
import { formPage } from './form-view.ts';
import { getBookingByToken } from './get-booking-by-token.ts';
import { managePage } from './manage-view.ts';
import { clientOf, readerOf, tokenOf } from './page-reader.ts';

export function managePages(parts: Parts): Router {
  const router = new Router();

  router.get('/bookings/:token', async (ctx) => {
    const token = tokenOf(ctx);
    const found = await getBookingByToken(parts, token);
    const reader = readerOf(ctx, found.booking, found.organiser);
    const { config } = parts;
    const path = `/bookings/${token}`;
    sendPage(ctx, managePage({ ...found, config, reader, now: parts.clock(), path }));
  });

  router.post('/bookings/:token/correct', async (ctx) => {
    const path = `/bookings/${tokenOf(ctx)}`;
    try {
      const correction = await correctAddress(parts, tokenOf(ctx), clientOf(ctx, parts));
      const reader = readerOf(ctx, correction.booking, correction.organiser);
      const typed = typedBefore(correction, ctx.get('Accept-Language'));
      const { booking: times, organiser, eventType, held: hold } = correction;
      const view = { organiser, eventType, config: parts.config, reader, now: parts.clock() };
      const page = formPage({ ...view, times, hold, typed, errors: [], isCorrection: true });
      sendPage(ctx, page);
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error;
      seeOther(ctx, path);
    }
  });
  return router;
}

/** What the manage page may not show is not shown here either; client/draft.ts has it in the tab that typed it. */
function typedBefore({ attendee }: Correction, acceptLanguage: string): Typed {
  const { name, email, phone, timeZone } = attendee;
  const country = guessCountry(timeZone, acceptLanguage);
  return { name, email, phone: phone ?? '', phoneCountry: country ?? '' };
}
