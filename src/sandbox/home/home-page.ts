// Where the sandbox begins: what it is, whose calendars and whose mails it has, and what one can let go wrong.
import { html, type Html } from '../../web/html.ts';
import type { Account } from '../google/state.ts';
import { weekLink } from '../google/week/links.ts';
import { inboxLink } from '../inbox/inbox-page.ts';
import { troubleCard } from './trouble-card.ts';
import type { Trouble } from './troubles.ts';

export type HomeView = {
  accounts: Account[];
  /** Addresses of the accounts that let the service in. */
  connected: string[];
  recipients: { address: string; count: number }[];
  troubles: Trouble[];
  /** What has just been made to expire. */
  expired: unknown;
  serviceUrl: string | undefined;
};

export function homeBody(view: HomeView): Html {
  const { serviceUrl } = view;
  return html`<div class="home">
    <h1>The sandbox</h1>
    <p class="lead">
      A pretend Google Calendar and an inbox: what the service writes and sends arrives here, and
      goes no further.
    </p>
    ${serviceUrl && html`<p><a href="${serviceUrl}">Open Quarterhour</a></p>`}
    <div class="columns">${calendars(view)} ${inboxes(view)} ${troubleCard(view)}</div>
  </div>`;
}

function calendars({ accounts, connected }: HomeView): Html {
  return html`<section class="card" aria-labelledby="calendars">
    <h2 id="calendars">Calendars</h2>
    ${accounts.length === 0 && html`<p class="quiet">No account has been made yet.</p>`}
    <ul class="rows">
      ${accounts.map((account) => accountRow(account, connected.includes(account.address)))}
    </ul>
    <p><a href="/calendar/invitations">Invitations that Google sent</a></p>
  </section>`;
}

function accountRow({ address, name }: Account, isConnected: boolean): Html {
  return html`<li>
    <a href="${weekLink(address)}">
      <span class="face" aria-hidden="true">${name[0]?.toUpperCase()}</span>
      <span class="two">${name} <small>${address}</small></span>
    </a>
    ${
      isConnected &&
      html`<form class="line" method="post" action="/access-removed/${encodeURIComponent(address)}">
        <small>The service has access.</small>
        <button class="small">Remove access<span class="unseen"> to ${address}</span></button>
      </form>`
    }
  </li>`;
}

function inboxes({ recipients }: HomeView): Html {
  return html`<section class="card" aria-labelledby="inboxes">
    <h2 id="inboxes">Inboxes</h2>
    ${recipients.length === 0 && html`<p class="quiet">No mail has come yet.</p>`}
    <ul class="rows">
      ${recipients.map(
        ({ address, count }) =>
          html`<li>
            <a href="${inboxLink(address)}">
              <span class="two"
                >${address} <small>${count === 1 ? '1 mail' : `${count} mails`}</small></span
              >
            </a>
          </li>`,
      )}
    </ul>
    <p><a href="/inbox">All mails</a></p>
  </section>`;
}
