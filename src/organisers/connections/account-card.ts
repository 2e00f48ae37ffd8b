// One Google account on the calendars page: how it is, what to do, its calendars, its connection in detail.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { say, sayHtml } from '../../languages/say.ts';
import { badge, button, buttonLink, notice, unseen } from '../../web/components.ts';
import { type Child, type Html, html } from '../../web/html.ts';
import { type Choice, calendarChoices } from './calendar-choices.ts';
import { connectionFacts, type Reach } from './connection-facts.ts';
import { askedLine, stateBadge } from './connection-summary.ts';
import type { GoogleAccount } from './google-account.ts';
import { type Health, listShown, type Trouble, troublesOf } from './health.ts';
import { troubleWords } from './trouble-words.ts';

export type AccountView = {
  health: Health;
  troubles: readonly Trouble[];
  choice: Choice;
  reach: Reach;
  now: Date;
};

/** Its buttons belong to forms that stand after the one around it: `checkForm`. */
export function accountCard(account: GoogleAccount, view: AccountView): Html {
  const { health, troubles, choice, reach, now } = view;
  const { timeZone } = health.organiser;
  const calendars = listShown(account, health);
  const name = `account-${account.id}`;
  return html`<section class="card stack" aria-labelledby="${name}">
    <div class="account-head">
      <h2 id="${name}">${account.email}</h2>
      <p class="row">
        ${stateBadge(account)} ${account.isFirst && badge(say('You sign in with it'))}
        ${askedLine(account, calendars, now)}
      </p>
    </div>
    ${troublesOf(troubles, account.id).map((trouble) => troubleNotice(trouble, now, timeZone))}
    ${
      calendars.length > 0
        ? calendarChoices(calendars, choice)
        : html`<p class="soft">${say('Its calendars have not been read yet.')}</p>`
    }
    ${listNote(account, now)}
    <details class="details">
      <summary>
        ${sayHtml('Connection<aside> of {email}</aside>', { email: account.email, aside: unseen })}
      </summary>
      ${connectionFacts(account, reachOf(calendars, reach), { now, timeZone })}
    </details>
    <p class="row">
      ${account.state === 'connected' && checkButton(account)} ${disconnectLink(account)}
    </p>
  </section>`;
}

/** The channels of the account's own calendars. */
function reachOf(calendars: readonly Calendar[], reach: Reach): Reach {
  const own = new Set(calendars.map(({ id }) => id));
  return { ...reach, channels: reach.channels.filter(({ calendarId }) => own.has(calendarId)) };
}

export function checkForm({ id }: GoogleAccount): Html {
  return html`<form
    id="check-${id}"
    method="post"
    action="/organiser/calendars/accounts/${id}/check"
  ></form>`;
}

function checkButton({ id, email }: GoogleAccount): Html {
  const label = sayHtml('Check now<aside>: {email}</aside>', { email, aside: unseen });
  return button({ label, kind: 'plain', extra: { form: `check-${id}` } });
}

function disconnectLink({ id, email }: GoogleAccount): Html {
  const href = `/organiser/calendars/accounts/${id}/disconnect`;
  const label = sayHtml('Disconnect<aside> {email}</aside> …', { email, aside: unseen });
  return buttonLink({ label, href, kind: 'quiet' });
}

/** On this page "choose calendars" is what one sees anyway. */
export function troubleNotice(trouble: Trouble, now: Date, timeZone: string): Html {
  const { title, sentence, todo } = troubleWords(trouble, now, timeZone);
  const leadsOn = todo !== null && todo.href !== '/organiser/calendars';
  return notice({
    kind: 'warning',
    title,
    body: html`<div class="stack">
      <p>${sentence}</p>
      ${leadsOn && html`<p>${buttonLink({ ...todo, kind: 'primary' })}</p>`}
    </div>`,
  });
}

const listIsOldMs = 2 * 60_000;

/** Google was asked for the list just before the page was made. */
function listNote({ state, listedAt }: GoogleAccount, now: Date): Child {
  const isOld = listedAt === null || now.getTime() - listedAt.getTime() > listIsOldMs;
  return (
    state === 'connected' &&
    isOld &&
    html`<p class="soft small">
      ${say('Google did not tell its list of calendars just now: new ones may be missing here.')}
    </p>`
  );
}
