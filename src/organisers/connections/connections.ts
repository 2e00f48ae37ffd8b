// Whether Google is connected, when it was last asked, and what to do when it is not.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { badge, buttonLink, notice } from '../../web/components.ts';
import { type Child, type Html, html } from '../../web/html.ts';
import { agoWords } from '../day-words.ts';
import type { GoogleAccount } from './google-account.ts';
import { reconnectReason } from './reconnect-reason.ts';

export function connectionCard(
  accounts: readonly GoogleAccount[],
  calendars: readonly Calendar[],
  now: Date,
): Html {
  return html`<section class="card stack" aria-labelledby="google">
    <h2 id="google">Google Calendar</h2>
    ${connectionList(accounts, calendars, now)}
  </section>`;
}

export function connectionList(
  accounts: readonly GoogleAccount[],
  calendars: readonly Calendar[],
  now: Date,
): Html {
  return html`<ul class="entries">
    ${accounts.map((account) => connection(account, ofAccount(account, calendars), now))}
  </ul>`;
}

function ofAccount({ id }: GoogleAccount, calendars: readonly Calendar[]): Calendar[] {
  return calendars.filter(({ accountId, countsAsBusy }) => accountId === id && countsAsBusy);
}

function connection(account: GoogleAccount, ticked: readonly Calendar[], now: Date): Html {
  return html`<li class="stack connection">
    <p class="row"><strong>${account.email}</strong> ${stateBadge(account, ticked, now)}</p>
    ${advice(account, ticked)}
  </li>`;
}

function stateBadge(account: GoogleAccount, ticked: readonly Calendar[], now: Date): Child {
  if (account.state === 'needs_reconnect') return badge('Not connected', 'warning');
  const checked = oldestCheck(ticked);
  return [
    badge('Connected', 'success'),
    html`<span class="soft small"
      >${checked ? `checked with Google ${agoWords(checked, now)}` : 'not checked with Google yet'}</span
    >`,
  ];
}

/** The page is as old as its oldest calendar. */
function oldestCheck(ticked: readonly Calendar[]): Date | null {
  const checks = ticked.map(({ checkedAt }) => checkedAt);
  if (checks.length === 0 || checks.includes(null)) return null;
  return new Date(Math.min(...checks.map((check) => check!.getTime())));
}

function advice(account: GoogleAccount, ticked: readonly Calendar[]): Child {
  if (account.state === 'needs_reconnect') return reconnectNotice(account);
  const broken = ticked.filter(({ error }) => error !== null);
  if (broken.length > 0) return brokenNotice(broken);
  return (
    ticked.length === 0 &&
    notice({
      kind: 'warning',
      title: 'No calendar counts as busy',
      body: html`Nobody is offered a time until you
        <a href="/organiser/calendars">choose a calendar</a>.`,
    })
  );
}

function reconnectNotice(account: GoogleAccount): Html {
  const query = new URLSearchParams({ consent: '1', connect: '1', login_hint: account.email });
  return notice({
    kind: 'warning',
    title: 'Please connect this account again',
    body: html`<p>${reconnectReason(account)} Until then nobody is offered a time with you.</p>
      <p>
        ${buttonLink({ label: 'Connect again', href: `/auth/google?${query.toString()}`, kind: 'primary' })}
      </p>`,
  });
}

function brokenNotice(calendars: readonly Calendar[]): Html {
  return notice({
    kind: 'warning',
    title: 'A calendar cannot be read',
    body: html`Google gives no answer for ${calendars.map(({ title }) => title).join(', ')}. Nobody
      is offered a time with you meanwhile. If it is gone,
      <a href="/organiser/calendars">choose other calendars</a>.`,
  });
}
