// The page of a hold that is over: the same time again if it is still free, else the nearest.
import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { summary } from '../event-types/summary-view.ts';
import { say } from '../languages/say.ts';
import type { SlotTimes } from '../problem.ts';
import { button, buttonLink, hiddenFields } from '../web/components.ts';
import { type Reader } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { timesLink } from '../web/picker/links.ts';
import { whenLine } from './chosen-time.ts';

export type HoldOverPage = Bookable & {
  config: Config;
  reader: Reader;
  /** The time that was held. */
  startsAt: Date;
  /** Free times near it, itself among them if it is free. */
  offered: readonly SlotTimes[];
};

export function holdOverPage(view: HoldOverPage): Html {
  const { config, organiser, eventType, reader } = view;
  const path = `/${organiser.handle}/${eventType.slug}`;
  const wish = { durationMinutes: eventType.durationMinutes, key: view.key };
  return page({
    title: say('No longer held – {eventType}', { eventType: eventType.title }),
    notice: config.notice,
    width: 'wide',
    scripts: ['form.ts'],
    body: html`<article class="card booking">
      ${summary({ organiser, eventType })}
      <div class="booking-main">
        <div class="stack">
          <h2>${say('The time is not held any more')}</h2>
          <p>${sentence(view)}</p>
        </div>
        <form class="alternatives" method="post" action="${path}/hold" data-once>
          ${hiddenFields({ ...reader, ...wish, visit: randomUUID() })} ${offers(view)}
        </form>
        <p>
          ${buttonLink({ label: say('See all times'), href: timesLink(path, view.startsAt, reader, wish), kind: 'quiet' })}
        </p>
      </div>
    </article>`,
  });
}

function sentence(view: HoldOverPage): string {
  if (findSame(view))
    return say('We keep a time for ten minutes. It is still free, so you can take it again.');
  return view.offered.length > 0
    ? say(
        'We keep a time for ten minutes, and by now somebody else has taken it. These are the nearest:',
      )
    : say('We keep a time for ten minutes. Please choose one again.');
}

/** The same time alone where it is free: nothing to choose, one thing to press. */
function offers(view: HoldOverPage): Html[] {
  const same = findSame(view);
  if (same) return [offer(same, view.reader, 'primary')];
  return view.offered.map((times) => offer(times, view.reader, 'plain'));
}

function offer(times: SlotTimes, reader: Reader, kind: 'primary' | 'plain'): Html {
  const value = times.startsAt.toISOString();
  return button({ label: whenLine(times, reader), kind, name: 'start', value });
}

function findSame({ offered, startsAt }: HoldOverPage): SlotTimes | undefined {
  return offered.find((times) => times.startsAt.getTime() === startsAt.getTime());
}
