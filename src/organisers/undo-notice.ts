// Whether somebody came was just noted: with what was done, the way to take it back.
import type { RouterContext } from '@koa/router';
import { say } from '../languages/say.ts';
import { actionButton } from '../web/components.ts';
import { type Child, html } from '../web/html.ts';
import type { OwnBooking } from './own-booking.ts';

/** @param words null: nothing was just done */
export function savedWithUndo(
  ctx: RouterContext,
  { id, state }: OwnBooking,
  words: string | null,
): Child {
  const done = ctx.query['saved'];
  const isAbsence = done === 'no-show' && state === 'no_show';
  const isVisit = done === 'complete' && state === 'completed';
  if (words === null || !(isAbsence || isVisit)) return words;
  const action = `/organiser/bookings/${id}/${isAbsence ? 'complete' : 'no-show'}`;
  return html`<div class="row">
    <span>${words}</span> ${actionButton(action, { label: say('Undo'), kind: 'quiet' })}
  </div>`;
}
