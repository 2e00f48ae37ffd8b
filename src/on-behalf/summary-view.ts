// What is settled so far, each with the way back to it.
import { whenLine } from '../bookings/chosen-time.ts';
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import type { SlotTimes } from '../problem.ts';
import { lengthText, type Reader } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { type Wish, wishLink } from './wish.ts';

export type Settled = {
  eventType: EventType;
  /** Null where there is no other to choose. */
  changeWhat: string | null;
  times?: SlotTimes;
  name?: string | undefined;
};

export function settledSoFar(settled: Settled, wish: Wish, reader: Reader): Html {
  const { eventType, changeWhat, times, name } = settled;
  const { title, durationMinutes } = eventType;
  const what = say('{title}, {length}', { title, length: lengthText(durationMinutes) });
  const changeWhen = wishLink({ ...wish, start: undefined });
  const changeWhom = wishLink({ ...wish, attendee: undefined, who: undefined, q: undefined });
  return html`<dl class="card settled">
    ${line(say('What'), what, changeWhat)}
    ${times && line(say('When'), whenLine(times, reader), changeWhen)}
    ${name !== undefined && line(say('Who'), name, changeWhom)}
  </dl>`;
}

function line(term: string, value: Child, change: string | null): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
    <dd class="settled-change">
      ${
        change !== null &&
        html`<a href="${change}">${say('Change')}<span class="visually-hidden">: ${term}</span></a>`
      }
    </dd>
  </div>`;
}
