// Answering an invitation by mail: for guests who have no account here.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { guestOf } from '../events/guests.ts';
import { findEvent } from '../events/instances.ts';
import { answerInvitation } from '../people/guests.ts';
import type { World } from '../world.ts';
import { answerBody, type AnswerView } from './answer-page.ts';
import { seenAs } from './events.ts';
import { readAnswer, readForm } from './input.ts';
import { refusalOf, showSheet } from './replies.ts';
import { titleOf } from './words.ts';

export function answerRoutes(world: World): Router {
  const router = new Router();
  router.get('/answer', (ctx) => showAnswer(ctx, findAsked(ctx, world)));
  router.post('/answer', (ctx) => {
    const asked = findAsked(ctx, world);
    if (!asked) return;
    const { guest, seen } = asked;
    const place = { calendarId: seen.calendarId, eventId: seen.event.id };
    const refused = refusalOf(() => {
      answerInvitation(world, place, guest, readAnswer(readForm(ctx.request.body)));
      ctx.status = 303;
      ctx.redirect('/calendar/invitations');
    });
    if (refused) showAnswer(ctx, { ...asked, fault: refused.message });
  });
  return router;
}

function showAnswer(ctx: Context, asked: AnswerView | null): void {
  if (asked) showSheet(ctx, titleOf(asked.seen.event), answerBody(asked));
}

/** Null for whoever is not, or no longer, on the list. */
function findAsked(ctx: Context, { state }: World): AnswerView | null {
  const { calendarId = '', eventId = '', guest = '' } = readForm(ctx.query);
  const calendar = state.calendars[calendarId];
  const event = calendar && findEvent(state, calendar, eventId)?.event;
  if (!event || event.status === 'cancelled' || !guestOf(event, guest)) return null;
  const seen = seenAs({ calendar, canWrite: false }, event);
  return { guest, seen, timeZone: calendar.timeZone };
}
