// A link to be given away, and the button that copies it: made visible by client/copy.ts, where it can work.
import { say } from '../languages/say.ts';
import { type Html, html } from '../web/html.ts';

export function linkRow(title: string, url: string): Html {
  return html`<div class="link-row">
    <p class="field-label">${title}</p>
    <a class="link-address" href="${url}">${url}</a>
    <button type="button" class="button button-quiet" data-copy="${url}" hidden>
      <span data-copy-label>${say('Copy')}</span
      ><span class="visually-hidden"> ${say('the link: {title}', { title })}</span>
    </button>
    <span class="visually-hidden" role="status" data-copy-told></span>
  </div>`;
}
