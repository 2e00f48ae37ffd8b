// The smaller forms of an event's page: answering an invitation, removing it, putting an event on another calendar.
import { html, type Html } from '../../../web/html.ts';
import type { Attendee } from '../events/event.ts';
import type { Calendar } from '../state.ts';
import { eventLink, type Held } from './links.ts';
import { answerWords } from './words.ts';

export function answerForm(action: string, { responseStatus, comment }: Attendee): Html {
  const choice = (value: 'accepted' | 'tentative' | 'declined') =>
    html`<button
      name="answer"
      value="${value}"
      aria-pressed="${responseStatus === value ? 'true' : 'false'}"
    >
      ${answerWords[value]}
    </button>`;
  return html`<form class="answers" method="post" action="${action}" aria-labelledby="coming">
    <h2 id="coming">Will you come?</h2>
    <label
      >A comment, if you like <input name="comment" value="${comment ?? ''}" autocomplete="off"
    /></label>
    <div class="choices">${choice('accepted')} ${choice('tentative')} ${choice('declined')}</div>
  </form>`;
}

export function moveForm(held: Held, destinations: Calendar[]): Html {
  return html`<form class="inline" method="post" action="${eventLink(held)}/calendar">
    <label
      >Another calendar
      <select name="destination">
        ${destinations.map(({ id, summary }) => html`<option value="${id}">${summary}</option>`)}
      </select></label
    >
    <button>Put it there</button>
  </form>`;
}

export function removeForm(held: Held): Html {
  return html`<form class="actions" method="post" action="${eventLink(held)}/delete">
    <button class="danger">Remove from this calendar</button>
  </form>`;
}
