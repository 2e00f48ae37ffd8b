// A button whose press only asks: what cannot be undone takes a second one. Needs no script.
import { button } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';

export function askOnce(ask: {
  label: Child;
  question: Child;
  action: string;
  yes: string;
  fields?: Child;
  isOpen?: boolean;
}): Html {
  return html`<details class="ask" ${ask.isOpen === true && 'open'}>
    <summary class="button button-quiet">${ask.label}</summary>
    <form class="stack" method="post" action="${ask.action}">
      <p>${ask.question}</p>
      ${ask.fields} ${button({ label: ask.yes, kind: 'danger' })}
    </form>
  </details>`;
}
