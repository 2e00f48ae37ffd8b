// A page that tells one thing about one booking: a badge, a heading, the facts, what can be done.
import type { Config } from '../config.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { placeText } from '../event-types/summary-view.ts';
import { say } from '../languages/say.ts';
import type { SlotTimes } from '../problem.ts';
import { badge, facts, type NoticeKind } from '../web/components.ts';
import { dateText, type Reader, timesText, zoneText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { whenLine } from './chosen-time.ts';

export type Letter = {
  config: Config;
  title: string;
  badge?: readonly [string, NoticeKind];
  body: Child;
  scripts?: readonly string[];
  /** As layout's. */
  typing?: string;
};

export function letterPage(letter: Letter): Html {
  const { config, title, badge: mark, body, scripts = [], typing } = letter;
  return page({
    title,
    notice: config.notice,
    width: 'narrow',
    scripts,
    typing,
    body: html`<article class="card letter">
      ${mark && html`<p>${badge(...mark)}</p>`}
      <h1>${title}</h1>
      ${body}
    </article>`,
  });
}

export type BookingFacts = Bookable & {
  times: SlotTimes;
  reader: Reader;
  /** The time it was moved from. */
  before?: SlotTimes | undefined;
  conferenceLink?: string | null;
  /** What the attendee answered to Google's invitation. */
  answer?: string | null;
};

/** When in the reader's zone and, where it differs, in the organiser's; where; with whom. */
export function bookingFacts(view: BookingFacts): Html {
  const { organiser, eventType, times, reader, before, conferenceLink } = view;
  const elsewhere = organiser.timeZone !== reader.timeZone;
  const there = { ...reader, timeZone: organiser.timeZone };
  return facts([
    [say('What'), eventType.title],
    [say('Before'), before && html`<del>${whenLine(before, reader)}</del>`],
    [before ? say('Now') : say('When'), ownTime(times, reader)],
    [
      say('For {organiser}', { organiser: organiser.name }),
      elsewhere &&
        html`${whenLine(times, there)}<br /><span class="soft"
            >${zoneText(there.timeZone, times.startsAt)}</span
          >`,
    ],
    [
      say('Where'),
      conferenceLink
        ? html`<a href="${conferenceLink}" rel="noopener">Google Meet</a>`
        : placeText(eventType.place),
    ],
    [say('With'), organiser.name],
    [say('Invitation'), view.answer],
  ]);
}

function ownTime(times: SlotTimes, reader: Reader): Html {
  return html`<strong>${dateText(times.startsAt, reader)}<br />${timesText(times, reader)}</strong
    ><br /><span class="soft">${zoneText(reader.timeZone, times.startsAt)}</span>`;
}
