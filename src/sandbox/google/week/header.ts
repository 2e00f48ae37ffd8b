// Above the week: whose it is, which one, and the ways to others.
import { html, type Html } from '../../../web/html.ts';
import type { Account } from '../state.ts';
import { addDays, dateAt } from './dates.ts';
import { binLink, calendarsLink, newLink, weekLink } from './links.ts';
import type { WeekView } from './week-page.ts';
import { weekTitle } from './words.ts';

export function weekHeader({ account, week, now }: WeekView, accounts: Account[]): Html {
  const monday = week.dates[0]!;
  const today = dateAt(now.getTime(), week.timeZone);
  const day = week.dates.includes(today) ? today : monday;
  const { address } = account;
  return html`<div class="week-header">
    <div class="titles">
      <h1>${weekTitle(week.dates)}</h1>
      <p class="quiet">${account.name} · ${week.timeZone}</p>
    </div>
    <nav class="turn" aria-label="Weeks">
      <a class="button" href="${weekLink(address)}">Today</a>
      <a class="button" href="${weekLink(address, addDays(monday, -7))}" aria-label="Week before"
        >‹</a
      >
      <a class="button" href="${weekLink(address, addDays(monday, 7))}" aria-label="Week after"
        >›</a
      >
      <form method="get" action="${weekLink(address)}">
        <input type="date" name="week" value="${monday}" aria-label="Go to the week of" required />
        <button>Go</button>
      </form>
    </nav>
    <a class="button primary" href="${newLink(address, day)}" data-add>New event</a>
    ${accountLinks(accounts, address, monday)}
  </div>`;
}

function accountLinks(accounts: Account[], chosen: string, monday: string): Html {
  return html`<nav class="accounts" aria-label="Whose calendar">
    ${accounts.map(
      ({ address, name }) =>
        html`<a
          href="${weekLink(address, monday)}"
          ${address === chosen && html`aria-current="page"`}
          >${name}</a
        > `,
    )}
    <span class="more">
      <a href="${calendarsLink(chosen)}">Sharing</a>
      <a href="${binLink(chosen)}">Bin</a>
      <a href="/calendar/invitations">Invitations sent</a>
    </span>
  </nav>`;
}
