// The organisers of this installation, one entry each: who, how Google fares, how busy, and the switch.
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import { askOnce } from '../organisers/ask-once.ts';
import { agoWords, momentWords } from '../organisers/day-words.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { actionButton, badge, button, unseen } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { isAdministrator } from './administrator.ts';
import { connectionState } from './connection-words.ts';
import type { Listed, OrganisersPage } from './list-organisers.ts';

export type AdministrationView = { config: Config; me: Organiser; now: Date };

const home = '/organiser/administration';
/** A few are seen at a glance. */
const searchFrom = 8;

export function organisersCard(
  found: OrganisersPage,
  search: string | undefined,
  view: AdministrationView,
): Html {
  const { organisers, count } = found;
  return html`<h1>${say('Administration')}</h1>
    <section class="card stack" aria-labelledby="organisers">
      <h2 id="organisers">${say('Organisers')}</h2>
      ${(count > searchFrom || search) && searchForm(search)}
      ${
        organisers.length === 0
          ? html`<p>
              ${say('No organiser’s name, address or handle has “{search}” in it.', { search: search ?? '' })}
              <a href="${home}">${say('Show everybody')}</a>
            </p>`
          : html`<ul class="staff">
              ${organisers.map((organiser) => entry(organiser, view))}
            </ul>`
      }
      ${steps(found, search)}
    </section>`;
}

function searchForm(search: string | undefined): Html {
  return html`<form class="search" method="get" action="${home}" role="search">
    ${textField({ name: 'q', label: say('Name, address or handle'), type: 'search', value: search, isOptional: true })}
    ${button({ label: say('Search'), kind: 'plain' })}
  </form>`;
}

function entry(organiser: Listed, view: AdministrationView): Html {
  const { name, email, handle, upcomingBookings } = organiser;
  const url = `${view.config.publicUrl}/${handle}`;
  return html`<li class="staff-entry">
    <div class="staff-who">
      <p class="row staff-name"><strong>${name}</strong> ${badges(organiser, view)}</p>
      <p class="soft">${email}</p>
      <p><a href="${url}">${url.replace(/^https?:\/\//, '')}</a></p>
    </div>
    <div class="staff-state">
      <p class="row">${connectionState(organiser.troubles)}</p>
      <p class="soft small">${lastSignIn(organiser, view.now)}</p>
      <p class="soft small">
        ${say('{count, plural, =0 {No upcoming bookings} one {# upcoming booking} other {# upcoming bookings}}', { count: upcomingBookings })}
      </p>
    </div>
    <div class="staff-action">${organiser.id !== view.me.id && theSwitch(organiser)}</div>
  </li>`;
}

function badges(organiser: Listed, { config, me }: AdministrationView): (Html | false)[] {
  const { disabledAt } = organiser;
  return [
    organiser.id === me.id && badge(say('You')),
    isAdministrator(config, organiser) && badge(say('Administrator')),
    disabledAt !== null &&
      badge(
        say('Disabled since {moment}', { moment: momentWords(disabledAt, me.timeZone) }),
        'warning',
      ),
  ];
}

function lastSignIn({ lastSignInAt }: Listed, now: Date): string {
  return lastSignInAt
    ? say('Signed in {ago}', { ago: agoWords(lastSignInAt, now) })
    : say('Has not signed in lately');
}

function theSwitch({ id, name, isDisabled }: Listed): Html {
  const path = `${home}/organisers/${id}`;
  const whom = unseen(html` ${name}`);
  if (isDisabled)
    return actionButton(`${path}/enable`, {
      label: html`${say('Enable')}${whom}`,
      kind: 'plain',
    });
  return askOnce({
    label: html`${say('Disable')}${whom}`,
    question: html`<strong>${say('Disable {name}?', { name })}</strong>
      ${say('Every session ends, and every API key for good. Nobody can book or move anything with them. What is booked stands: attendees can see it and call it off, and that reaches the calendar.')}`,
    action: `${path}/disable`,
    yes: say('Yes, disable'),
  });
}

function steps({ page, pages }: OrganisersPage, search: string | undefined): Html | false {
  if (pages === 1) return false;
  const link = (to: number, words: string) =>
    html`<a
      href="${home}?${new URLSearchParams({ ...(search && { q: search }), page: String(to) }).toString()}"
      >${words}</a
    >`;
  return html`<nav class="row" aria-label="${say('Pages of the list')}">
    ${page > 1 && link(page - 1, say('Previous'))}
    <span class="soft">${say('Page {page} of {pages}', { page, pages })}</span>
    ${page < pages && link(page + 1, say('Next'))}
  </nav>`;
}
