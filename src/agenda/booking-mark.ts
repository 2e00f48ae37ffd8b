// How a booking in a picture stands where that is not plainly booked: a sign for the eye and words for everybody.
import { say } from '../languages/say.ts';
import { awaitsApproval, type OwnBooking } from '../organisers/own-booking.ts';
import { type Html, html } from '../web/html.ts';

export type Mark = { sign: string; words: string };

export function markOf(booking: OwnBooking): Mark | null {
  if (booking.isClashing) return marks.clashing();
  if (awaitsApproval(booking)) return marks.waiting();
  if (booking.state === 'requested') return marks.unproven();
  if (booking.state === 'no_show') return marks.absent();
  return booking.state === 'completed' ? marks.over() : null;
}

export const marks = {
  clashing: () => ({ sign: '!', words: say('Clashes') }),
  waiting: () => ({ sign: '?', words: say('Waits for your answer') }),
  unproven: () => ({ sign: '@', words: say('Address not confirmed yet') }),
  absent: () => ({ sign: '×', words: say('Did not come') }),
  over: () => ({ sign: '✓', words: say('Took place') }),
} as const satisfies Record<string, () => Mark>;

export function signOf({ sign }: Mark): Html {
  return html`<span class="booked-sign" aria-hidden="true">${sign}</span>`;
}
