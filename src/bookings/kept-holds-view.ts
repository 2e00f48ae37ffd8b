// "You are keeping several times already": which they are, how to go on with one or let it go, and when one ends.
import { say } from '../languages/say.ts';
import { button, buttonLink, hiddenFields, notice } from '../web/components.ts';
import { type Reader, timeText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { whenLine } from './chosen-time.ts';
import type { KeptHold, KeptHolds } from './find-kept-holds.ts';

export type TooManyHolds = {
  kept: KeptHolds;
  reader: Reader;
  /** The path of the calendar on which another was chosen, and the day of that choice. */
  path: string;
  date: string;
};

export function tooManyHolds(view: TooManyHolds): Html {
  const { own, firstEnd } = view.kept;
  const body = html`<p>
      ${own.length > 0 ? say('Go on with one of them, or let one go to choose another.') : elsewhere()}
      ${firstEnd && say('The first one ends by itself at {time}.', { time: timeText(firstEnd, view.reader) })}
    </p>
    ${
      own.length > 0 &&
      html`<ul class="kept">
        ${own.map((hold) => kept(view, hold))}
      </ul>`
    }`;
  return notice({
    kind: 'warning',
    title: say('You are keeping several times already'),
    body,
    isUrgent: true,
  });
}

const elsewhere = () =>
  say('They were chosen in another window, or by somebody who shares your internet connection.');

function kept({ reader, path, date }: TooManyHolds, hold: KeptHold): Html {
  const { booking, organiser, eventType, token } = hold;
  const form = `/${organiser.handle}/${eventType.slug}/book`;
  const start = booking.startsAt.toISOString();
  return html`<li>
    <p>
      <strong>${whenLine(booking, reader)}</strong><br />
      <span class="soft small"
        >${say('{eventType} with {organiser}', { eventType: eventType.title, organiser: organiser.name })}</span
      >
    </p>
    <form class="row" method="post" action="${path}/leave" data-once>
      ${hiddenFields({ leave: token, date, ...reader })}
      ${buttonLink({ label: say('Go on'), href: withQuery(form, { hold: token, start, ...reader }) })}
      ${button({ label: say('Let it go'), kind: 'quiet' })}
    </form>
  </li>`;
}
