// The pages that stand for Google's own: which account, what to allow, and why a client was refused.
import { html, type Html } from '../../../web/html.ts';
import { sandboxPage } from '../../page.ts';
import type { Account } from '../state.ts';
import type { Authorization } from './authorization.ts';
import type { OAuthError } from './oauth-error.ts';
import type { OAuthClient } from './oauth.ts';
import { hasBoxes, isSignInScope, meaningOfScope } from './scopes.ts';

type LinkTo = (address: string | null) => string;

export function accountsPage(client: OAuthClient, accounts: Account[], linkTo: LinkTo): string {
  const body = html`<div class="card">
    <h1>Choose an account</h1>
    <p class="quiet">to continue to ${nameOf(client)}</p>
    <ul class="rows">
      ${accounts.map((account) => html`<li><a href="${linkTo(account.address)}">${card(account)}</a></li>`)}
    </ul>
  </div>`;
  return sandboxPage({ title: 'Choose an account', body });
}

export function consentPage(
  { client, scopes }: Authorization,
  account: Account,
  linkTo: LinkTo,
): string {
  const title = `${nameOf(client)} wants access to your Google account`;
  const body = html`<form class="card" method="post" action="${linkTo(account.address)}">
    <h1>${title}</h1>
    <div class="account">${card(account)} <a href="${linkTo(null)}">Switch account</a></div>
    ${identity(scopes.filter(isSignInScope))}
    ${wishes(
      scopes.filter((scope) => !isSignInScope(scope)),
      hasBoxes(scopes),
    )}
    <div class="actions">
      <button name="decision" value="cancel">Cancel</button>
      <button class="primary" name="decision" value="allow">Continue</button>
    </div>
  </form>`;
  return sandboxPage({ title, body });
}

export function refusalPage(error: OAuthError): string {
  const body = html`<div class="card">
    <h1>Access blocked</h1>
    <p>${error.message}</p>
    <p class="quiet">Error ${error.status}: <code>${error.error}</code></p>
  </div>`;
  return sandboxPage({ title: 'Access blocked', body });
}

function identity(signIn: string[]): Html | false {
  const told = new Intl.ListFormat('en').format(signIn.map(meaningOfScope));
  return signIn.length > 0 && html`<p>It will know ${told}.</p>`;
}

function wishes(scopes: string[], boxes: boolean): Html | false {
  const show = boxes ? box : described;
  const rows = html`<ul class="rows">
    ${scopes.map((scope) => html`<li>${show(scope)}</li>`)}
  </ul>`;
  if (scopes.length === 0) return false;
  return boxes
    ? html`<fieldset>
        <legend>Tick what it may do</legend>
        ${rows}
      </fieldset>`
    : html`<p>It asks to</p>
        ${rows}`;
}

/** Ticked from the start, where Google leaves that to the user: here one click on Continue allows all. */
function box(scope: string): Html {
  return html`<label>
    <input type="checkbox" name="scope" value="${scope}" checked />
    ${described(scope)}
  </label>`;
}

function described(scope: string): Html {
  const name = scope.replace('https://www.googleapis.com/auth/', '');
  return html`<span class="two">${meaningOfScope(scope)} <small>${name}</small></span>`;
}

function card({ address, name }: Account): Html {
  return html`<span class="face" aria-hidden="true">${name[0]?.toUpperCase()}</span>
    <span class="two">${name} <small>${address}</small></span>`;
}

function nameOf(client: OAuthClient): string {
  return client.name ?? client.id;
}
