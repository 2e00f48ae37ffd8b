// /organiser/bookings/{id}: all about one booking, and its buttons, from wherever they are pressed. What is refused is
// told on this page, beside the button, with all that was typed.
import { Router, type RouterContext } from '@koa/router';
import { z } from 'zod';
import { listHistory } from '../bookings/booking-queries.ts';
import { noteBooking } from '../bookings/note-booking.ts';
import { readInput } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { type ActionWord, actOnBooking, isDone } from './act-on-booking.ts';
import { actionWords } from './action-words.ts';
import type { Failure } from './booking-actions.ts';
import { bookingView } from './booking-view.ts';
import { readFields } from './form-fields.ts';
import { readId } from './id-input.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';
import { getOwnBooking } from './own-booking-queries.ts';
import type { TypedNote } from './own-note-form.ts';
import { ownNoteInput } from './own-note-input.ts';
import { backPlace, backQuery } from './pressed-on-input.ts';
import { savedWithUndo } from './undo-notice.ts';

const words = ['cancel', 'approve', 'decline', 'no-show', 'complete', 'publish'] as const;

const reasonInput = z
  .string()
  .trim()
  .max(1000, { error: () => say('Keep the reason below 1,000 characters') })
  .optional();

type Pressed = { bookingId: string; word: ActionWord; reason: unknown };
type Refused = Pressed & { problem: Problem };

/** What of this page's forms is shown again as it was typed. */
type Again = { refused?: Refused; typedNote?: TypedNote };

export function bookingPages(parts: Parts): Router {
  const router = new Router({ prefix: '/bookings/:id' });
  router.get('/', (ctx) => showBooking(parts, ctx));
  router.post('/note', (ctx) => saveNote(parts, ctx));
  for (const word of words) router.post(`/${word}`, (ctx) => press(parts, ctx, word));
  return router;
}

async function press(parts: Parts, ctx: RouterContext, word: ActionWord): Promise<void> {
  const { id } = requireOrganiser(ctx);
  const pressed = readPressed(ctx, word);
  const isDoneNow = async () =>
    isDone(await getOwnBooking(parts.database, id, pressed.bookingId, parts.clock()), word);
  const goBack = (saved: string) => goTo(ctx, backPlace(ctx, pressed.bookingId, saved));
  if (await isDoneNow()) return goBack(`already-${word}`);
  try {
    const reason = readInput(reasonInput, pressed.reason) || undefined;
    await actOnBooking(parts, id, pressed.bookingId, { do: word, reason });
    goBack(word);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (await isDoneNow()) return goBack(`already-${word}`);
    await showBooking(parts, ctx, { refused: { ...pressed, problem: error } });
    ctx.status = statusOf[error.code];
  }
}

function readPressed(ctx: RouterContext, word: ActionWord): Pressed {
  const bookingId = readId(ctx);
  const typed = (ctx.request as { body?: Record<string, unknown> }).body?.[`reason-${bookingId}`];
  // browsers send a line's end as two characters and count it as one
  const reason = typeof typed === 'string' ? typed.replaceAll('\r\n', '\n') : typed;
  return { bookingId, word, reason };
}

function isRefusal(error: unknown): error is Problem {
  return isProblem(error) && error.code !== 'not_found' && error.code !== 'internal';
}

async function saveNote(parts: Parts, ctx: RouterContext): Promise<void> {
  const organiserId = requireOrganiser(ctx).id;
  const bookingId = readId(ctx);
  const { note: text = '' } = readFields(ctx);
  try {
    const { note } = readInput(ownNoteInput, { note: text });
    await noteBooking(parts, { organiserId, bookingId }, note);
    goTo(ctx, `/organiser/bookings/${bookingId}`, 'note');
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    await showBooking(parts, ctx, { typedNote: { text, error: error.errors?.[0]?.message ?? '' } });
    ctx.status = 400;
  }
}

async function showBooking(parts: Parts, ctx: RouterContext, again: Again = {}): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const now = parts.clock();
  const booking = await getOwnBooking(parts.database, id, readId(ctx), now);
  const history = await listHistory(parts.database, booking.id);
  const { refused, typedNote = null } = again;
  const failure = refused ? failureOf(refused) : null;
  const view = { now, timeZone, failure, typedNote, back: backQuery(ctx) };
  const { title, body } = bookingView(booking, history, view);
  const saved = savedWithUndo(ctx, booking, savedWords(ctx, actionWords()));
  show(ctx, organiserPage(parts.config, ctx, { title, place: '/organiser/bookings', body, saved }));
}

function failureOf({ word, problem, reason }: Refused): Failure {
  const { code, message, errors } = problem;
  const fault = code === 'invalid_input' ? errors?.[0]?.message : undefined;
  return { word, message, fault, reason: typeof reason === 'string' ? reason : '' };
}
