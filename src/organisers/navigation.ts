// Where an organiser can go: the places of every day in a row, what is set up once in a menu under their name.
import { isAdministrator } from '../administration/administrator.ts';
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import { button } from '../web/components.ts';
import { attributes, type Html, html } from '../web/html.ts';
import type { Organiser } from './organiser.ts';

const places = {
  '/organiser': () => say('Today'),
  '/organiser/calendar': () => say('Calendar'),
  '/organiser/bookings': () => say('Bookings'),
  '/organiser/attendees': () => say('Attendees'),
  '/organiser/event-types': () => say('Event types'),
  '/organiser/hours': () => say('Hours'),
  '/organiser/numbers': () => say('Numbers'),
} as const;

const personal = {
  '/organiser/calendars': () => say('Connections'),
  '/organiser/profile': () => say('Your profile'),
  '/organiser/privacy': () => say('Privacy'),
  '/organiser/api-keys': () => say('API keys'),
} as const;

const administration = { '/organiser/administration': () => say('Administration') } as const;

export type Place = keyof typeof places | keyof typeof personal | keyof typeof administration;

export function navigation(config: Config, organiser: Organiser, place: Place): Html {
  const own = isAdministrator(config, organiser) ? { ...personal, ...administration } : personal;
  return html`<nav class="places" aria-label="${say('Organiser')}">${links(places, place)}</nav>
    <details class="account">
      <summary>${organiser.name}</summary>
      <div class="account-menu">
        <nav aria-label="${say('Your account')}">${links(own, place)}</nav>
        <form method="post" action="/auth/sign-out">
          ${button({ label: say('Sign out'), kind: 'quiet' })}
        </form>
      </div>
    </details>`;
}

function links(labels: Record<string, () => string>, place: Place): Html {
  return html`<ul>
    ${Object.entries(labels).map(
      ([href, label]) =>
        html`<li>
          <a${attributes({ href, 'aria-current': href === place && 'page' })}>${label()}</a>
        </li>`,
    )}
  </ul>`;
}
