// The page of one event type: what it is, and its free times.
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import type { Problem } from '../problem.ts';
import { buttonLink, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import type { Bookable } from './event-type-queries.ts';
import { summary } from './summary-view.ts';

export type CalendarPage = Bookable & {
  config: Config;
  /** The picker, or what stands in its place. */
  calendar: Html;
  /** Why the last choice came to nothing. */
  trouble?: Html | undefined;
};

export function calendarPage({
  config,
  organiser,
  eventType,
  calendar,
  trouble,
}: CalendarPage): Html {
  return page({
    title: `${eventType.title} – ${organiser.name}`,
    description: say('Choose a time for {title} with {organiser}.', {
      title: eventType.title,
      organiser: organiser.name,
    }),
    notice: config.notice,
    width: 'wide',
    scripts: ['calendar.ts'],
    body: html`<article class="card booking">
      ${summary({ organiser, eventType })}
      <div class="booking-main">
        ${trouble}
        <p class="visually-hidden" aria-live="polite" id="announcement"></p>
        ${calendar}
      </div>
    </article>`,
  });
}

/** Unknown is never free: in place of the times stands why there are none. */
export function unavailable(sentence: string, address: string): Html {
  return html`<div class="picker picker-empty" id="picker">
    ${notice({
      kind: 'warning',
      title: say('No times can be shown just now'),
      body: html`<p>${sentence}</p>`,
      isUrgent: true,
    })}
    <div>${buttonLink({ label: say('Try again'), href: address, kind: 'primary' })}</div>
  </div>`;
}

export function refusal({ code, message }: Problem): Html {
  const title =
    code === 'slot_taken' ? say('This time has just been taken') : say('That did not work');
  const body = code === 'slot_taken' ? say('These are still free.') : message;
  return notice({ kind: 'warning', title, body: html`<p>${body}</p>`, isUrgent: true });
}
