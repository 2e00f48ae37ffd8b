// An account's calendars: whom each is shared to, its zone, and the forms to change that, to add one and to delete one.
import { attributes, html, type Html } from '../../../web/html.ts';
import type { Account, Calendar, Role } from '../state.ts';
import { calendarsLink, weekLink } from './links.ts';
import { zoneWords } from './words.ts';

export type CalendarsView = {
  account: Account;
  own: Calendar[];
  /** With whose they are. */
  shared: { calendar: Calendar; role: Role }[];
  /** Whom one might share to. */
  others: Account[];
  fault?: string | undefined;
};

export const roles: Record<Role, string> = {
  freeBusyReader: 'sees when it is busy',
  reader: 'sees all of it',
  writer: 'changes events',
  owner: 'changes all of it',
};

export function calendarsBody(view: CalendarsView): Html {
  const { account, own, shared, others, fault } = view;
  return html`<div class="log calendars">
    <p class="back"><a href="${weekLink(account.address)}">Back to the week</a></p>
    <h1>${account.name}’s calendars</h1>
    ${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
    ${own.map((calendar) => card(account.address, calendar))} ${newForm(account)}
    ${shared.length > 0 && sharedCard(shared)}
    <datalist id="others">
      ${others.map(({ address }) => html`<option value="${address}"></option>`)}
    </datalist>
  </div>`;
}

function card(account: string, calendar: Calendar): Html {
  const { id, summary, timeZone, sharedTo, owner } = calendar;
  const action = `${calendarsLink(account)}/${encodeURIComponent(id)}`;
  return html`<section class="card" aria-label="${summary}">
    <h2>${summary}</h2>
    <p class="quiet">${id === owner ? 'The account’s own' : id}</p>
    ${Object.entries(sharedTo).map(([address, role]) => readerRow(action, address, role))}
    <form class="inline" method="post" action="${action}/share">
      ${field('Share it to', { type: 'email', name: 'address', list: 'others', required: true })}
      <label
        >who
        <select name="role">
          ${Object.entries(roles).map(([role, words]) => html`<option value="${role}">${words}</option>`)}
        </select></label
      >
      <button>Share</button>
    </form>
    <form class="inline" method="post" action="${action}/time-zone">
      ${field('Time zone', { name: 'timeZone', value: timeZone, required: true })}
      <button>Change</button>
    </form>
    ${
      id !== owner &&
      html`<form class="actions" method="post" action="${action}/delete">
        <button class="danger">Delete this calendar<span class="unseen">: ${summary}</span></button>
      </form>`
    }
  </section>`;
}

function readerRow(action: string, address: string, role: Role): Html {
  return html`<form class="reader" method="post" action="${action}/unshare">
    <span class="two">${address} <small>${roles[role]}</small></span>
    <input type="hidden" name="address" value="${address}" />
    <button class="small">Take it back<span class="unseen"> from ${address}</span></button>
  </form>`;
}

function newForm({ address, timeZone }: Account): Html {
  return html`<section class="card" aria-labelledby="add">
    <h2 id="add">Add a calendar</h2>
    <form class="inline" method="post" action="${calendarsLink(address)}">
      ${field('Name', { name: 'name', required: true, autocomplete: 'off' })}
      ${field('Time zone', { name: 'timeZone', value: timeZone, required: true })}
      <button class="primary">Add</button>
    </form>
  </section>`;
}

function sharedCard(shared: CalendarsView['shared']): Html {
  return html`<section class="card" aria-labelledby="shared">
    <h2 id="shared">Shared by others</h2>
    <ul class="rows">
      ${shared.map(
        ({ calendar: { summary, owner, timeZone }, role }) =>
          html`<li class="two">
            ${summary}
            <small>of ${owner}, ${zoneWords(timeZone)}; this account ${roles[role]}</small>
          </li>`,
      )}
    </ul>
  </section>`;
}

function field(label: string, input: Record<string, string | boolean>): Html {
  return html`<label>${label} <input ${attributes(input)} /></label>`;
}
