// Where the sandbox begins: what it is, whose calendars and whose mails it has.
import { Router } from '@koa/router';
import { html, type Html } from '../web/html.ts';
import type { Account } from './google/state.ts';
import type { World } from './google/world.ts';
import { inboxLink, recipientsOf } from './inbox/inbox-page.ts';
import type { Inbox } from './inbox/inbox.ts';
import { sendPage } from './send-page.ts';

type HomeParts = { world: World; inbox: Inbox; serviceUrl?: string };

export function homeRoutes({ world, inbox, serviceUrl }: HomeParts): Router {
  const router = new Router();
  router.get('/', (ctx) => {
    const accounts = Object.values(world.state.accounts);
    const recipients = recipientsOf(inbox.messages());
    const body = html`<div class="home">
      <h1>The sandbox</h1>
      <p class="lead">
        A pretend Google Calendar and an inbox: what the service writes and sends arrives here, and
        goes no further.
      </p>
      ${serviceUrl && html`<p><a href="${serviceUrl}">Open Quarterhour</a></p>`}
      <div class="columns">${calendars(accounts)} ${inboxes(recipients)}</div>
    </div>`;
    sendPage(ctx, { title: 'Start', body, styles: ['home.css'] });
  });
  return router;
}

function calendars(accounts: Account[]): Html {
  return html`<section class="card" aria-labelledby="calendars">
    <h2 id="calendars">Calendars</h2>
    ${accounts.length === 0 && html`<p class="quiet">No account has been made yet.</p>`}
    <ul class="rows">
      ${accounts.map(
        ({ address, name }) =>
          html`<li>
            <a href="/calendar/${encodeURIComponent(address)}">
              <span class="face" aria-hidden="true">${name[0]?.toUpperCase()}</span>
              <span class="two">${name} <small>${address}</small></span>
            </a>
          </li>`,
      )}
    </ul>
    <p><a href="/calendar/invitations">Invitations that Google sent</a></p>
  </section>`;
}

function inboxes(recipients: { address: string; count: number }[]): Html {
  return html`<section class="card" aria-labelledby="inboxes">
    <h2 id="inboxes">Inboxes</h2>
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
