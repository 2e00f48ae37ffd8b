// The links that an organiser gives away.
import { type EventType, isListed } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { type Html, html } from '../web/html.ts';
import { linkRow } from './link-row.ts';
import type { Organiser } from './organiser.ts';

export function bookingLinks(
  organiser: Organiser,
  eventTypes: readonly EventType[],
  publicUrl: string,
): Html {
  const home = `${publicUrl}/${organiser.handle}`;
  return html`<section class="card stack" aria-labelledby="links">
    <h2 id="links">${say('Your links')}</h2>
    <p class="soft">${say('Give one to whoever should book a time with you.')}</p>
    ${linkRow(say('All event types'), home)}
    ${eventTypes.filter(isListed).map(({ title, slug }) => linkRow(title, `${home}/${slug}`))}
  </section>`;
}
