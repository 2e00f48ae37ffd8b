// The two pages on which an attendee changes a booking: move it, or cancel it. Each asks once.
import type { Config } from '../config.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { summary } from '../event-types/summary-view.ts';
import { say } from '../languages/say.ts';
import type { Problem, SlotTimes } from '../problem.ts';
import { button, buttonLink, hiddenFields, notice } from '../web/components.ts';
import { type Reader, zoneText } from '../web/dates.ts';
import { textArea } from '../web/fields.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { timesLink } from '../web/picker/links.ts';
import { chosenTime, whenLine } from './chosen-time.ts';
import { bookingFacts, letterPage } from './letter-view.ts';

export type ChangePage = Bookable & {
  config: Config;
  times: SlotTimes;
  reader: Reader;
  /** The manage page's path. */
  path: string;
  trouble?: Problem | undefined;
};

/** Choose another time. */
export function movePage(view: ChangePage, calendar: Html): Html {
  const { config, organiser, eventType, times, reader, path } = view;
  return page({
    title: say('Move: {eventType} – {organiser}', {
      eventType: eventType.title,
      organiser: organiser.name,
    }),
    notice: config.notice,
    width: 'wide',
    scripts: ['calendar.ts'],
    body: html`<article class="card booking">
      ${summary({ organiser, eventType, when: chosenTime(times, reader) })}
      <div class="booking-main">
        <div class="stack">
          <p>${say('Choose another time. Until you confirm it, the present one stays yours.')}</p>
          ${refusal(view.trouble)}
        </div>
        <p class="visually-hidden" aria-live="polite" id="announcement"></p>
        ${calendar}
        <p>${buttonLink({ label: say('Keep the present time'), href: path, kind: 'quiet' })}</p>
      </div>
    </article>`,
  });
}

/** Old and new side by side, and the button that moves. */
export function confirmMovePage(view: ChangePage, startsAt: Date): Html {
  return letterPage({
    config: view.config,
    title: say('Move to this time?'),
    scripts: ['form.ts'],
    body: html`${refusal(view.trouble)} ${moveQuestion(view, startsAt)}`,
  });
}

/** `path`: the booking's page, of either side; its `/move` takes the answer, with what is `asked` beside. */
export function moveQuestion(
  { times, reader, path }: Pick<ChangePage, 'times' | 'reader' | 'path'>,
  startsAt: Date,
  asked: Child = null,
): Html {
  const length = times.endsAt.getTime() - times.startsAt.getTime();
  const next = { startsAt, endsAt: new Date(startsAt.getTime() + length) };
  return html`<dl class="facts">
      <div>
        <dt>${say('Until now')}</dt>
        <dd><del>${whenLine(times, reader)}</del></dd>
      </div>
      <div>
        <dt>${say('New')}</dt>
        <dd>
          <strong>${whenLine(next, reader)}</strong><br />
          <span class="soft">${zoneText(reader.timeZone, startsAt)}</span>
        </dd>
      </div>
    </dl>
    <form class="stack" method="post" action="${path}/move" data-once>
      ${hiddenFields({ start: startsAt.toISOString(), ...reader })} ${asked}
      <div class="row">
        ${button({ label: say('Move') })}
        ${buttonLink({ label: say('Choose another'), href: timesLink(`${path}/move`, startsAt, reader), kind: 'quiet' })}
      </div>
    </form>`;
}

export function cancelPage(view: ChangePage, reason: string): Html {
  const { config, organiser, path } = view;
  return letterPage({
    config,
    title: say('Cancel this appointment?'),
    scripts: ['form.ts'],
    typing: 'cancel-form',
    body: html`${refusal(view.trouble)} ${bookingFacts(view)}
      <form class="form" id="cancel-form" method="post" action="${path}/cancel" data-once>
        ${textArea({
          name: 'reason',
          value: reason,
          label: say('Reason'),
          isOptional: true,
          hint: say('{organiser} will see it.', { organiser: organiser.name }),
          extra: { maxlength: 500 },
        })}
        <div class="row">
          ${button({ label: say('Cancel appointment'), kind: 'danger' })}
          ${buttonLink({ label: say('Keep it'), href: path, kind: 'quiet' })}
        </div>
      </form>`,
  });
}

export function refusal(problem: Problem | undefined): Html | undefined {
  if (!problem) return undefined;
  const title =
    problem.code === 'slot_taken' ? say('This time has just been taken') : say('That did not work');
  const body = html`<p>
    ${problem.code === 'slot_taken' ? say('Nothing has changed. Please choose another.') : problem.message}
  </p>`;
  return notice({ kind: 'warning', title, body, isUrgent: true });
}
