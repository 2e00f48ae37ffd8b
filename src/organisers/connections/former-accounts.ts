// Accounts that are disconnected, and how they come back.
import { say, sayHtml } from '../../languages/say.ts';
import { badge, buttonLink, unseen } from '../../web/components.ts';
import { type Html, html } from '../../web/html.ts';
import type { GoogleAccount } from './google-account.ts';
import { connectAgainAddress } from './trouble-words.ts';

export function formerAccounts(former: readonly GoogleAccount[]): Html | false {
  return (
    former.length > 0 &&
    html`<section class="card stack" aria-labelledby="former">
      <h2 id="former">${say('Disconnected')}</h2>
      <ul class="entries">
        ${former.map(entry)}
      </ul>
    </section>`
  );
}

function entry(account: GoogleAccount): Html {
  const { email, isFirst } = account;
  const label = sayHtml('Connect again<aside>: {email}</aside>', { email, aside: unseen });
  return html`<li class="row connection">
    <strong>${email}</strong> ${isFirst && badge(say('You sign in with it'))}
    ${buttonLink({ label, href: connectAgainAddress(account), kind: 'quiet' })}
  </li>`;
}
