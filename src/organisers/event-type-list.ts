import type { EventType } from '../event-types/event-type.ts';
// The organiser's event types, one below the other, in the order in which everybody sees them.
import { lengthUnlessTitle, placeWords } from '../event-types/summary-view.ts';
import { say } from '../languages/say.ts';
import { actionButton, badge, button, buttonLink } from '../web/components.ts';
import { attributes, type Html, html } from '../web/html.ts';

export function eventTypeList(eventTypes: readonly EventType[]): Html {
  return html`${
      eventTypes.length > 0
        ? html`<ol class="event-types card">
            ${eventTypes.map((eventType, index) => entry(eventType, index, eventTypes.length))}
          </ol>`
        : html`<p class="soft">${say('There is nothing to book yet.')}</p>`
    }
    <p>
      ${buttonLink({
        label: say('Add an event type'),
        href: '/organiser/new-event-type',
        kind: 'primary',
      })}
    </p>`;
}

function entry(eventType: EventType, index: number, count: number): Html {
  const { slug, title, colour } = eventType;
  const path = `/organiser/event-types/${slug}`;
  return html`<li class="event-type colour-${colour}">
    <span class="swatch" aria-hidden="true"></span>
    <div class="event-type-body">
      <div class="row">
        <h2 class="event-type-title" id="event-type-${slug}"><a href="${path}">${title}</a></h2>
        ${standing(eventType)}
      </div>
      <p class="soft">${factsOf(eventType).join(' · ')}</p>
    </div>
    <div class="event-type-order">
      ${turn(`${path}/up`, 'up', say('Move {title} up', { title }), index > 0)}
      ${turn(`${path}/down`, 'down', say('Move {title} down', { title }), index < count - 1)}
    </div>
    ${menu(eventType, path)}
  </li>`;
}

/** All that the event type's own page can do, without going there. */
function menu({ title, isHidden, visibility }: EventType, path: string): Html {
  const link = (label: string, href: string) => buttonLink({ label, href, kind: 'quiet' });
  const press = (label: string, action: string) => actionButton(action, { label, kind: 'quiet' });
  return html`<details class="menu">
    <summary aria-label="${say('More about {title}', { title })}"></summary>
    <div class="menu-list">
      ${link(say('Edit'), path)} ${link(say('See it as attendees do'), `${path}/preview`)}
      ${visibility === 'secret' && link(say('Secret links'), `${path}/links`)}
      ${press(say('Duplicate'), `${path}/duplicate`)}
      ${isHidden ? press(say('Show'), `${path}/show`) : press(say('Hide'), `${path}/hide`)}
    </div>
  </details>`;
}

function factsOf(eventType: EventType): string[] {
  const { confirmation, place } = eventType;
  const facts = [
    lengthUnlessTitle(eventType),
    placeWords(place),
    confirmation === 'approval' && say('you accept each booking'),
    confirmation === 'instant' && say('booked at once'),
    `/${eventType.slug}`,
  ];
  return facts.filter((fact) => fact !== null && fact !== false);
}

function standing({ isHidden, visibility }: EventType): Html | false {
  if (isHidden) return badge(say('Hidden'), 'warning');
  if (visibility === 'secret') return badge(say('Secret'));
  return visibility === 'unlisted' && badge(say('Not on your page'));
}

/** The row keeps its place among the others, so that the next press finds the button where it was. */
function turn(action: string, way: 'up' | 'down', label: string, isPossible: boolean): Html {
  const extra = { 'aria-label': label, class: `order order-${way}` };
  if (!isPossible)
    return html`<span${attributes({ class: `order order-${way}`, 'aria-hidden': 'true' })}></span>`;
  return html`<form method="post" action="${action}">${button({ label: '', extra })}</form>`;
}
