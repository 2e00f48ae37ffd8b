// In a few lines: which Google accounts are connected, and when Google was asked last.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { say } from '../../languages/say.ts';
import { badge } from '../../web/components.ts';
import { type Child, type Html, html } from '../../web/html.ts';
import { agoWords } from '../day-words.ts';
import type { GoogleAccount } from './google-account.ts';

export function connectionCard(
  accounts: readonly GoogleAccount[],
  calendars: readonly Calendar[],
  now: Date,
): Html {
  const shown = accounts.filter(({ state }) => state !== 'disconnected');
  return html`<section class="card stack" aria-labelledby="google">
    <h2 id="google">${say('Google Calendar')}</h2>
    <ul class="entries">
      ${shown.map(
        (account) =>
          html`<li class="row connection">
            <strong>${account.email}</strong> ${stateBadge(account)}
            ${askedLine(account, calendars, now)}
          </li>`,
      )}
    </ul>
    <p><a href="/organiser/calendars">${say('Calendars and accounts')}</a></p>
  </section>`;
}

export function stateBadge({ state }: GoogleAccount): Html {
  return state === 'connected'
    ? badge(say('Connected'), 'success')
    : badge(say('Not connected'), 'warning');
}

/** "checked with Google 8 seconds ago": as old as the oldest of the calendars that make one busy. */
export function askedLine(
  account: GoogleAccount,
  calendars: readonly Calendar[],
  now: Date,
): Child {
  if (account.state !== 'connected') return null;
  const ticked = calendars.filter((each) => each.accountId === account.id && each.countsAsBusy);
  if (ticked.length === 0) return line(say('none of its calendars makes you busy'));
  const checks = ticked.map(({ checkedAt }) => checkedAt);
  if (checks.includes(null)) return line(say('not checked with Google yet'));
  const oldest = new Date(Math.min(...checks.map((check) => check!.getTime())));
  return line(say('checked with Google {ago}', { ago: agoWords(oldest, now) }));
}

function line(words: string): Html {
  return html`<span class="soft small">${words}</span>`;
}
