// /organiser/bookings/{id}: all about one booking, and its buttons, from wherever they are pressed. What is refused is
// told on this page, beside the button, with all that was typed.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { listHistory } from '../bookings/booking-queries.ts';
import { readInput } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { withQuery } from '../web/picker/links.ts';
import { type ActionWord, actOnBooking, isDone } from './act-on-booking.ts';
import { actionWords } from './action-words.ts';
import type { Failure } from './booking-actions.ts';
import { bookingView } from './booking-view.ts';
import { readId } from './id-input.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';
import { getOwnBooking } from './own-booking-queries.ts';

const words = ['cancel', 'approve', 'decline', 'no-show', 'complete'] as const;

const reasonInput = z
  .string()
  .trim()
  .max(1000, 'Keep the reason below 1,000 characters')
  .optional();

/** The page on which a button was pressed: by that page's own word, so that no address leads elsewhere. */
const backInput = z.object({
  back: z.enum(['agenda', 'past', 'cancelled', 'booking']).catch('booking'),
  before: z.iso.datetime().optional().catch(undefined),
});

type Pressed = {
  bookingId: string;
  word: ActionWord;
  back: z.infer<typeof backInput>;
  reason: unknown;
};

type Refused = Pressed & { problem: Problem };

export function bookingPages(parts: Parts): Router {
  const router = new Router({ prefix: '/bookings/:id' });
  router.get('/', (ctx) => showBooking(parts, ctx));
  for (const word of words) router.post(`/${word}`, (ctx) => press(parts, ctx, word));
  return router;
}

async function press(parts: Parts, ctx: RouterContext, word: ActionWord): Promise<void> {
  const { id } = requireOrganiser(ctx);
  const pressed = readPressed(ctx, word);
  const isDoneNow = async () =>
    isDone(await getOwnBooking(parts.database, id, pressed.bookingId, parts.clock()), word);
  if (await isDoneNow()) return goBack(ctx, pressed, `already-${word}`);
  try {
    const reason = readInput(reasonInput, pressed.reason) || undefined;
    await actOnBooking(parts, id, pressed.bookingId, { do: word, reason });
    goBack(ctx, pressed, word);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (await isDoneNow()) return goBack(ctx, pressed, `already-${word}`);
    await showBooking(parts, ctx, { ...pressed, problem: error });
    ctx.status = statusOf[error.code];
  }
}

function readPressed(ctx: RouterContext, word: ActionWord): Pressed {
  const bookingId = readId(ctx);
  const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
  const typed = body[`reason-${bookingId}`];
  // browsers send a line's end as two characters and count it as one
  const reason = typeof typed === 'string' ? typed.replaceAll('\r\n', '\n') : typed;
  return { bookingId, word, back: backInput.parse(body), reason };
}

function isRefusal(error: unknown): error is Problem {
  return isProblem(error) && error.code !== 'not_found' && error.code !== 'internal';
}

function goBack(ctx: RouterContext, { bookingId, back }: Pressed, saved: string): void {
  const places = {
    agenda: '/organiser',
    past: '/organiser/past',
    cancelled: '/organiser/cancelled',
    booking: `/organiser/bookings/${bookingId}`,
  };
  const { before } = back;
  goTo(ctx, withQuery(places[back.back], { before, saved }));
}

async function showBooking(parts: Parts, ctx: RouterContext, refused?: Refused): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const now = parts.clock();
  const booking = await getOwnBooking(parts.database, id, readId(ctx), now);
  const history = await listHistory(parts.database, booking.id);
  const failure = refused ? failureOf(refused) : null;
  const back = refused?.back ?? { back: 'booking' };
  const { title, body } = bookingView(booking, history, { now, timeZone, failure, back });
  const saved = savedWords(ctx, actionWords);
  show(ctx, organiserPage(parts.config, ctx, { title, place: '/organiser', body, saved }));
}

function failureOf({ word, problem, reason }: Refused): Failure {
  const { code, message, errors } = problem;
  const fault = code === 'invalid_input' ? errors?.[0]?.message : undefined;
  return { word, message, fault, reason: typeof reason === 'string' ? reason : '' };
}
