// The list of attendees, a page of it, with its search and its file.
import { say, sayHtml } from '../languages/say.ts';
import { buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { home, people, searchForm } from './attendee-view.ts';
import type { ListPage } from './list-page.ts';

export type ShownList = {
  list: ListPage;
  /** Of all, whatever is searched for. */
  count: number;
  search: string | undefined;
  isLater: boolean;
  timeZone: string;
};

export function listView(shown: ShownList): Html {
  const { list, count, search, timeZone } = shown;
  const total = say('{count, plural, one {# person has booked.} other {# people have booked.}}', {
    count,
  });
  return html`<h1>${say('Attendees')}</h1>
    <section class="card stack" aria-label="${say('List')}">
      ${count > 0 && searchForm(home, search, say('Name, address or telephone number'))}
      ${count > 0 && !search && html`<p class="soft">${total}</p>`}
      ${list.attendees.length === 0 ? nobody(search) : people(list.attendees, timeZone)}
      ${steps(shown)}
    </section>
    ${count > 0 && fileCard()}
    <section class="card stack" aria-labelledby="privacy">
      <h2 id="privacy">${say('Privacy')}</h2>
      <p>${say('How long what the form asks is kept, and the receipts of what was erased.')}</p>
      <p>${buttonLink({ label: say('Privacy settings'), href: '/organiser/privacy' })}</p>
    </section>`;
}

function nobody(search: string | undefined): Html {
  if (!search)
    return html`<p class="soft">${say('Nobody has booked yet. Whoever does is listed here.')}</p>`;
  return html`<p>
    ${sayHtml('Nobody’s name, address or telephone number has “{search}” in it. <link>Show everybody</link>', { search, link: (inner) => html`<a href="${home}">${inner}</a>` })}
  </p>`;
}

function steps({ list: { next }, search, isLater }: ShownList): Html | false {
  if (next === null && !isLater) return false;
  const first = withQuery(home, { q: search });
  const later = next && withQuery(home, { q: search, cursor: next });
  return html`<nav class="row" aria-label="${say('Pages of the list')}">
    ${isLater && buttonLink({ label: say('Back to the first'), href: first, kind: 'quiet' })}
    ${later && buttonLink({ label: say('Next page'), href: later })}
  </nav>`;
}

function fileCard(): Html {
  return html`<section class="card stack" aria-labelledby="files">
    <h2 id="files">${say('Files')}</h2>
    <p>${say('As CSV, for spreadsheets: all attendees, or all bookings with what was typed.')}</p>
    <p class="row">
      ${buttonLink({ label: say('All attendees'), href: `${home}/all.csv` })}
      ${buttonLink({ label: say('All bookings'), href: `${home}/bookings.csv` })}
    </p>
  </section>`;
}
