// The organiser's event types, one below the other.
import type { EventType } from '../event-types/event-type.ts';
import { buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';

export function eventTypeList(eventTypes: readonly EventType[]): Html {
  return html`<ul class="links">
      ${eventTypes.map(entry)}
    </ul>
    ${eventTypes.length === 0 && html`<p class="soft">There is nothing to book yet.</p>`}
    <p>
      ${buttonLink({ label: 'Add an event type', href: '/organiser/new-event-type', kind: 'primary' })}
    </p>`;
}

function entry({ slug, title, durationMinutes, confirmation, isHidden }: EventType): Html {
  const words = [
    `${durationMinutes} minutes`,
    confirmation === 'approval' && 'you accept each booking',
    confirmation === 'instant' && 'booked at once',
    isHidden && 'hidden',
  ].filter(Boolean);
  return html`<li>
    <a href="/organiser/event-types/${slug}">
      <span class="link-title">${title}</span>
      <span class="soft">${words.join(' · ')}</span>
    </a>
  </li>`;
}
