// Above an event type's form: where it is found, and what else can be done with it.
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { actionButton, buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { askOnce } from './ask-once.ts';
import { linkRow } from './link-row.ts';

export function eventTypeHead(eventType: EventType, home: string): Html {
  const path = `/organiser/event-types/${eventType.slug}`;
  return html`<section class="card stack" aria-label="${say('Its link, and more')}">
    ${whereItIs(eventType, home, path)}
    <div class="row">
      ${buttonLink({ label: say('See it as attendees do'), href: `${path}/preview` })}
      ${actionButton(`${path}/duplicate`, { label: say('Duplicate'), kind: 'quiet' })}
      ${
        eventType.isHidden
          ? actionButton(`${path}/show`, { label: say('Show'), kind: 'quiet' })
          : actionButton(`${path}/hide`, { label: say('Hide'), kind: 'quiet' })
      }
      ${deletion(path)}
    </div>
  </section>`;
}

function whereItIs({ slug, isHidden, visibility }: EventType, home: string, path: string): Html {
  if (isHidden) return html`<p>${say('It is hidden: nobody can book it, by whatever link.')}</p>`;
  if (visibility !== 'secret') return linkRow(say('Its link'), `${home}/${slug}`);
  return html`<div class="row">
    <p>${say('Only who has one of its secret links finds it.')}</p>
    ${buttonLink({ label: say('Secret links'), href: `${path}/links`, kind: 'primary' })}
  </div>`;
}

function deletion(path: string): Html {
  return askOnce({
    label: say('Delete'),
    question: say(
      'Delete it? Its link will lead nowhere. Where it has bookings, it is hidden instead.',
    ),
    action: `${path}/delete`,
    yes: say('Yes, delete it'),
  });
}
