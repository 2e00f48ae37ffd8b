// The switches of what can go wrong, each with its state, and what can be made to expire.
import { html, type Html } from '../../web/html.ts';
import type { Trouble } from './troubles.ts';

type View = { troubles: Trouble[]; expired: unknown };

const expiries: Record<string, { label: string; done: string }> = {
  'sync-tokens': {
    label: 'Expire all sync tokens',
    done: 'All sync tokens have expired: the next sync of each calendar is a full one.',
  },
  'access-tokens': {
    label: 'Expire all access tokens',
    done: 'All access tokens have expired: the next call of each account is met with 401.',
  },
};

export function troubleCard({ troubles, expired }: View): Html {
  return html`<section class="card troubles" aria-labelledby="troubles">
    <h2 id="troubles">What can go wrong</h2>
    <p class="quiet">Switch something on, and see what the service makes of it.</p>
    <ul class="rows">
      ${troubles.map(row)}
    </ul>
    ${
      typeof expired === 'string' &&
      expired in expiries &&
      html`<p class="note" role="status">${expiries[expired]!.done}</p>`
    }
    <div class="expiries" id="expired">
      ${Object.entries(expiries).map(
        ([name, { label }]) =>
          html`<form method="post" action="/${name}-expired">
            <button class="small">${label}</button>
          </form>`,
      )}
    </div>
  </section>`;
}

function row({ name, title, effect, isOn }: Trouble): Html {
  const next = isOn() ? 'off' : 'on';
  return html`<li class="trouble${isOn() && ' on'}">
    <span class="two">${title} <small>${effect}</small></span>
    <form method="post" action="/troubles/${name}/${next}">
      <span class="state">${isOn() ? 'On' : 'Off'}</span>
      <button class="small">Switch ${next}<span class="unseen">: ${title}</span></button>
    </form>
  </li>`;
}
