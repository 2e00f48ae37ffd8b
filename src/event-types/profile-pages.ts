// `/{handle}`: who offers time, and what can be booked.
import { Router } from '@koa/router';
import { say } from '../languages/say.ts';
import { getOrganiserByHandle } from '../organisers/organiser-queries.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { sendSteadyPage } from '../web/send-page.ts';
import { listEventTypes } from './event-type-queries.ts';
import { type EventType, isListed } from './event-type.ts';
import { initials, lengthUnlessTitle, placeWords } from './summary-view.ts';

export function profilePages({ database, config }: Parts): Router {
  const router = new Router();
  router.get('/:handle', async (ctx) => {
    const organiser = await getOrganiserByHandle(database, ctx.params['handle']!);
    const eventTypes = await listEventTypes(database, organiser.id);
    const profilePage = page({
      title: organiser.name,
      description: say('Book a time with {organiser}.', { organiser: organiser.name }),
      notice: config.notice,
      width: 'narrow',
      body: profile(organiser, eventTypes.filter(isListed)),
    });
    sendSteadyPage(ctx, profilePage);
  });
  return router;
}

export function profile(organiser: Organiser, eventTypes: readonly EventType[]): Html {
  return html`<article class="profile">
    <header>
      <span class="initials initials-large" aria-hidden="true">${initials(organiser.name)}</span>
      <h1>${organiser.name}</h1>
      <p class="soft">
        ${eventTypes.length > 0 ? say('What would you like to book?') : say('There is nothing to book at the moment.')}
      </p>
    </header>
    <ul class="links">
      ${eventTypes.map((eventType) => html`<li>${eventTypeLink(organiser, eventType)}</li>`)}
    </ul>
  </article>`;
}

function eventTypeLink({ handle }: Organiser, eventType: EventType): Html {
  const { slug, title, description, place } = eventType;
  const told = [lengthUnlessTitle(eventType), placeWords(place)].filter((words) => words !== null);
  return html`<a href="/${handle}/${slug}">
    <span class="link-title">${title}</span>
    ${told.length > 0 && html`<span class="soft">${told.join(' · ')}</span>`}
    ${description && html`<span class="soft small clamp">${description}</span>`}
  </a>`;
}
