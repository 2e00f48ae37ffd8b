// Moving an appointment, as its organiser sees it: choose another time, then see old and new side by side.
import { moveQuestion, refusal } from '../bookings/change-view.ts';
import { chosenTime } from '../bookings/chosen-time.ts';
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import type { Objection } from '../on-behalf/objection.ts';
import { objectionsNotice } from '../on-behalf/trouble-view.ts';
import { type OtherTime, otherTimeForm } from '../on-behalf/when-view.ts';
import type { Problem, SlotTimes } from '../problem.ts';
import { buttonLink } from '../web/components.ts';
import type { Reader } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';

export type OwnMove = {
  times: SlotTimes;
  reader: Reader;
  /** The booking's page. */
  path: string;
  eventType: EventType;
  /** The attendee's; null after erasure. */
  name: string | null;
  trouble?: Problem | undefined;
};

type Content = { title: string; body: Html; scripts: readonly string[] };

export function chooseTimeView(view: OwnMove, calendar: Html, other: OtherTime): Content {
  const { times, reader, path } = view;
  const title = say('Move: {appointment}', { appointment: subject(view) });
  const body = html`<h1>${title}</h1>
    <section class="card stack" aria-label="${say('Another time')}">
      ${chosenTime(times, reader)}
      <p>${say('Choose another time. Until you confirm it, the present one stays.')}</p>
      ${refusal(view.trouble)}
      <p class="visually-hidden" aria-live="polite" id="announcement"></p>
      ${calendar}
      <p>${buttonLink({ label: say('Keep the present time'), href: path, kind: 'quiet' })}</p>
    </section>
    ${otherTimeForm(`${path}/move`, {}, other)}`;
  return { title, body, scripts: ['calendar.ts'] };
}

/** What speaks against the new time is to be ticked; `isUnaccepted`: that was forgotten. */
export type Asked = { objections: readonly Objection[]; isUnaccepted: boolean };

export function confirmMoveView(view: OwnMove, startsAt: Date, asked: Asked): Content {
  const title = say('Move to this time?');
  const appointment = subject(view);
  const body = html`<h1>${title}</h1>
    <section class="card stack" aria-label="${appointment}">
      <p>${say('{appointment}. The attendee is told of the new time at once.', { appointment })}</p>
      ${moveQuestion(view, startsAt, tick(asked, view.reader))}
    </section>`;
  return { title, body, scripts: ['form.ts'] };
}

function tick({ objections, isUnaccepted }: Asked, { timeZone }: Reader): Html | null {
  if (objections.length === 0) return null;
  const error = isUnaccepted
    ? say('Tick this to take it all the same, or choose another time.')
    : undefined;
  return objectionsNotice(objections, { timeZone, error, isAccepted: false });
}

function subject({ eventType: { title }, name }: OwnMove): string {
  return name === null ? title : say('{title} with {name}', { title, name });
}
