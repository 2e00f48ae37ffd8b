import type { RouterContext } from '@koa/router';
// What the calendars page says first: what was just done, and what came of it.
import { say, sayHtml } from '../../languages/say.ts';
import { notice, strong } from '../../web/components.ts';
import { type Html, html } from '../../web/html.ts';
import { checkWords, type Told } from './check-words.ts';
import type { GoogleAccount } from './google-account.ts';
import type { Health } from './health.ts';

/** The address names what was done and the account; the words come from how the account is now. */
export function calendarMessage(
  ctx: RouterContext,
  accounts: readonly GoogleAccount[],
  health: Health,
  now: Date,
): Html | null {
  const told = toldBy(ctx, accounts, health, now);
  return told && notice({ kind: told.kind, body: told.words, isUrgent: true });
}

function toldBy(
  { query }: RouterContext,
  accounts: readonly GoogleAccount[],
  health: Health,
  now: Date,
): Told | null {
  const named = (id: unknown) => accounts.find((account) => account.id === id);
  const [connected, checked, disconnected] = ['connected', 'checked', 'disconnected'].map((word) =>
    named(query[word]),
  );
  if (connected) return connectedWords(connected);
  if (checked) return checkWords(checked, health, now);
  if (disconnected) return disconnectedWords(disconnected, query['left'] !== undefined);
  const saved = String(query['saved']);
  return Object.hasOwn(savedWords, saved) ? savedWords[saved]!() : null;
}

const savedWords: Record<string, () => Told> = {
  saved: () => ({ kind: 'success', words: say('Saved. Google is asked again right now.') }),
  'not-connected': () => ({
    kind: 'warning',
    words: say('No account was connected: you turned back at Google. Nothing was changed.'),
  }),
};

function connectedWords({ email, state }: GoogleAccount): Told | null {
  if (state !== 'connected') return null;
  return {
    kind: 'success',
    words: sayHtml(
      '<strong>{email}</strong> is connected. What you tick below makes you busy; Google is being asked right now.',
      { email, strong },
    ),
  };
}

function disconnectedWords({ email, state }: GoogleAccount, isLeft: boolean): Told | null {
  if (state !== 'disconnected') return null;
  if (!isLeft)
    return {
      kind: 'success',
      words: sayHtml(
        '<strong>{email}</strong> is disconnected, and Google’s permission is given back.',
        { email, strong },
      ),
    };
  return {
    kind: 'warning',
    words: sayHtml(
      '<strong>{email}</strong> is disconnected, and our key to it is erased. But Google could not be told: please remove this service yourself at <link>myaccount.google.com/connections</link>.',
      { email, strong, link: toGoogle },
    ),
  };
}

function toGoogle(inner: Html): Html {
  return html`<a href="https://myaccount.google.com/connections" rel="noopener">${inner}</a>`;
}
