// The third question: who it is for. Those who were here are found by name or address; anybody else is somebody new.
import { say } from '../languages/say.ts';
import { button, buttonLink, hiddenFields } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import type { Known } from './behalf-queries.ts';
import { home, type Wish, wishFields, wishLink } from './wish.ts';

export type Whom = {
  /** What was searched for; undefined: those who were booked last are shown. */
  search: string | undefined;
  people: readonly Known[];
};

export function chooseWhom({ search, people }: Whom, wish: Wish): Html {
  return html`<section class="card stack" aria-labelledby="whom">
    <h2 id="whom">${say('Who is it for?')}</h2>
    <form class="search" method="get" action="${home}" role="search">
      ${hiddenFields(wishFields({ ...wish, q: undefined }))}
      ${textField({
        name: 'q',
        label: say('Name or address'),
        type: 'search',
        value: search,
        extra: { required: false },
      })}
      ${button({ label: say('Search'), kind: 'plain' })}
    </form>
    <div class="stack" aria-live="polite">
      <h3>${search ? say('Found') : say('Booked last')}</h3>
      ${people.length === 0 && html`<p class="soft">${say('Nobody whom you know yet.')}</p>`}
      <ul class="offers">
        ${people.map((person) => html`<li>${personLink(person, wish)}</li>`)}
      </ul>
    </div>
    <p>
      ${buttonLink({
        label: say('Somebody new'),
        href: wishLink({ ...wish, attendee: undefined, who: 'new', q: search }),
        kind: 'plain',
      })}
    </p>
  </section>`;
}

function personLink({ id, name, email }: Known, wish: Wish): Html {
  return html`<a class="offer" href="${wishLink({ ...wish, q: undefined, attendee: id })}">
    <strong>${name}</strong> <span class="soft">${email}</span>
  </a>`;
}
