// The first question: what is booked.
import { durationsOf } from '../event-types/durations.ts';
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { buttonLink } from '../web/components.ts';
import { lengthText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { type Wish, wishLink } from './wish.ts';

export function chooseWhat(eventTypes: readonly EventType[], wish: Wish): Html {
  if (eventTypes.length === 0) return nothingToBook();
  return html`<section class="card stack" aria-labelledby="what">
    <h2 id="what">${say('What would you like to book?')}</h2>
    <ul class="offers">
      ${eventTypes.map((eventType) => html`<li>${offer(eventType, wish)}</li>`)}
    </ul>
  </section>`;
}

function offer(eventType: EventType, wish: Wish): Html {
  const { slug, title } = eventType;
  const href = wishLink({ ...wish, eventType: slug, durationMinutes: undefined });
  const lengths = durationsOf(eventType).map(lengthText);
  return html`<a class="offer" href="${href}">
    <strong>${title}</strong> <span class="soft">${lengths.join(' · ')}</span>
  </a>`;
}

function nothingToBook(): Html {
  return html`<section class="card stack">
    <p>${say('Nothing can be booked with you yet: there is no event type.')}</p>
    <p>
      ${buttonLink({
        label: say('Add an event type'),
        href: '/organiser/new-event-type',
        kind: 'primary',
      })}
    </p>
  </section>`;
}
