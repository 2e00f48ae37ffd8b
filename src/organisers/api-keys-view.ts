// The page of API keys: the one just made, those there are, and the form for one more.
import { say, sayHtml } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { badge, button, errorSummary, notice } from '../web/components.ts';
import { choiceField, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import type { ApiKey, KeyScope } from './api-key-queries.ts';
import { askOnce } from './ask-once.ts';
import { agoWords } from './day-words.ts';

export type ApiKeysView = {
  keys: readonly ApiKey[];
  now: Date;
  docsUrl: string;
  /** Shown this once. */
  made?: { name: string; key: string };
  typed?: { name: string; scope: string };
  faults?: readonly FieldError[] | undefined;
};

export function apiKeysView(view: ApiKeysView): Html {
  const link = (words: Html) => html`<a href="${view.docsUrl}">${words}</a>`;
  return html`<h1>${say('API keys')}</h1>
    ${errorSummary(view.faults ?? [])} ${view.made && madeCard(view.made)}
    <section class="card stack" aria-label="${say('Your keys')}">
      <p class="soft">
        ${sayHtml('With a key your own programs do what you can do here. <link>The API’s description</link> says how.', { link })}
      </p>
      ${view.keys.length === 0 && html`<p>${say('There is no key yet.')}</p>`}
      ${
        view.keys.length > 0 &&
        html`<ul class="staff">
          ${view.keys.map((key) => entry(key, view.now))}
        </ul>`
      }
    </section>
    ${newKey(view)}`;
}

function madeCard({ name, key }: { name: string; key: string }): Html {
  return notice({
    kind: 'success',
    title: say('The key “{name}” is made', { name }),
    body: html`<div class="stack">
      <p>${say('Copy it now: it is not shown again, and nobody can look it up.')}</p>
      ${keyRow(key)}
    </div>`,
    isUrgent: true,
  });
}

/** Copied by client/copy.ts, where it can work. */
function keyRow(key: string): Html {
  return html`<div class="link-row">
    <p class="field-label">${say('Key')}</p>
    <code class="link-address">${key}</code>
    <button type="button" class="button button-quiet" data-copy="${key}" hidden>
      <span data-copy-label>${say('Copy')}</span>
    </button>
    <span class="visually-hidden" role="status" data-copy-told></span>
  </div>`;
}

const scopeWords: Record<KeyScope, () => string> = {
  read: () => say('Reads'),
  write: () => say('Reads and writes'),
};

function entry({ id, name, scope, createdAt, lastUsedAt }: ApiKey, now: Date): Html {
  const used =
    lastUsedAt === null
      ? say('never used')
      : say('last used {ago}', { ago: agoWords(lastUsedAt, now) });
  return html`<li class="staff-entry">
    <p class="staff-who"><strong>${name}</strong></p>
    <div class="staff-state">
      <p>${badge(scopeWords[scope]())}</p>
      <p class="soft small">${say('made {ago}', { ago: agoWords(createdAt, now) })} · ${used}</p>
    </div>
    <div class="staff-action">
      ${askOnce({
        label: sayHtml('Revoke<aside>: {name}</aside>', {
          name,
          aside: (words) => html`<span class="visually-hidden">${words}</span>`,
        }),
        question: say('Revoke this key? Programs that use it are shut out at once, for good.'),
        action: `/organiser/api-keys/${id}/revoke`,
        yes: say('Yes, revoke it'),
      })}
    </div>
  </li>`;
}

function newKey({ typed, faults = [] }: ApiKeysView): Html {
  const errorOf = (name: string) => faults.find(({ field }) => field === name)?.message;
  return html`<section class="card" aria-labelledby="new-key">
    <form class="form" method="post" action="/organiser/api-keys">
      <h2 id="new-key">${say('A new key')}</h2>
      ${textField({
        name: 'name',
        label: say('Name'),
        hint: say('What uses it, so that you know later.'),
        value: typed?.name,
        error: errorOf('name'),
        extra: { maxlength: 100, autocomplete: 'off' },
      })}
      ${choiceField({
        name: 'scope',
        label: say('What it may do'),
        value: typed?.scope ?? 'read',
        error: errorOf('scope'),
        options: [
          { value: 'read', label: say('Read only') },
          { value: 'write', label: say('Read, and change what you can change') },
        ],
      })}
      <div>${button({ label: say('Make the key') })}</div>
    </form>
  </section>`;
}
