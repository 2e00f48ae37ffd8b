// Bookings in the public API.
import { Router } from '@koa/router';
import { z } from 'zod';
import { clientOf } from '../http/client.ts';
import { readBody } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { paragraph } from './attendee-input.ts';
import { bookedLanguage } from './booked-language.ts';
import { readBookingRequest, readIdempotency } from './booking-input.ts';
import { bookingInvite } from './booking-invite.ts';
import { presentBooking, presentBookingWithContext } from './booking-presenter.ts';
import { cancelBooking } from './cancel-booking.ts';
import { confirmBooking } from './confirm-booking.ts';
import { getBookingByToken } from './get-booking-by-token.ts';
import { holdRoutes, instant, word } from './hold-routes.ts';
import { requestBooking } from './request-booking.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

export const confirmInput = z.strictObject({ token: word });
export const rescheduleInput = z.strictObject({ start: instant });
export const cancelInput = z.strictObject({
  reason: paragraph(1000).optional(),
});

export function bookingRoutes(parts: Parts): Router {
  const router = new Router();
  router.use(holdRoutes(parts).routes());
  router.post('/api/bookings', async (ctx) => {
    const request = {
      ...(await readBookingRequest(ctx, parts)),
      ...readIdempotency(ctx, parts.tokens),
    };
    const made = await requestBooking(parts, { ...request, client: clientOf(ctx, parts) });
    ctx.status = made.isNew ? 201 : 200;
    ctx.body = presentBooking(parts, made.booking, made.manageToken);
  });
  router.post('/api/bookings/confirm', async (ctx) => {
    const { token } = readBody(ctx, confirmInput);
    const { booking, manageToken } = await confirmBooking(parts, token);
    ctx.body = presentBooking(parts, booking, manageToken);
  });
  router.get('/api/bookings/:token', async (ctx) => {
    const token = ctx.params['token']!;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = presentBookingWithContext(parts, await getBookingByToken(parts, token), token);
  });
  router.post('/api/bookings/:token/reschedule', async (ctx) => {
    const token = ctx.params['token']!;
    const { start } = readBody(ctx, rescheduleInput);
    const booking = await rescheduleBooking(parts, { token, startsAt: start, actor: 'attendee' });
    ctx.body = presentBooking(parts, booking, token);
  });
  router.post('/api/bookings/:token/cancel', async (ctx) => {
    const token = ctx.params['token']!;
    const { reason } = readBody(ctx, cancelInput);
    const why = reason ? { reason } : {};
    const booking = await cancelBooking(parts, { token, actor: 'attendee', ...why });
    ctx.body = presentBooking(parts, booking, token);
  });
  router.get('/api/bookings/:token/invite.ics', bookedLanguage(parts, 'attendee'), async (ctx) => {
    const token = ctx.params['token']!;
    const found = await getBookingByToken(parts, token);
    const manageUrl = `${parts.config.publicUrl}/bookings/${token}`;
    const invite = bookingInvite({ ...found, manageUrl });
    if (!invite)
      throw new Problem(
        'not_found',
        say('The calendar event is not there yet. Please try again in a minute.'),
      );
    ctx.set('Cache-Control', 'no-store');
    ctx.attachment('appointment.ics');
    ctx.set('Content-Type', `text/calendar; charset=utf-8; method=${invite.method}`);
    ctx.body = invite.content;
  });
  return router;
}
