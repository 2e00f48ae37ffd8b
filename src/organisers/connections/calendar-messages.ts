// What the calendars page says first: what was just done, and what came of it.
import type { RouterContext } from '@koa/router';
import { notice } from '../../web/components.ts';
import { type Html, html } from '../../web/html.ts';
import { failureWords } from './failure-words.ts';
import type { GoogleAccount } from './google-account.ts';
import { type Health, troublesOf, type Trouble } from './health.ts';

type Known = { troubles: readonly Trouble[]; now: Date };
type Told = { kind: 'success' | 'warning'; words: Html };

/** The address names what was done and the account; the words come from how the account is now. */
export function calendarMessage(
  ctx: RouterContext,
  accounts: readonly GoogleAccount[],
  health: Health,
  known: Known,
): Html | null {
  const told = toldBy(ctx, accounts, health, known);
  return told && notice({ kind: told.kind, body: told.words, isUrgent: true });
}

function toldBy(
  { query }: RouterContext,
  accounts: readonly GoogleAccount[],
  health: Health,
  { troubles, now }: Known,
): Told | null {
  const named = (id: unknown) => accounts.find((account) => account.id === id);
  const [connected, checked, disconnected] = ['connected', 'checked', 'disconnected'].map((word) =>
    named(query[word]),
  );
  if (connected) return connectedWords(connected);
  if (checked) return checkedWords(checked, health, { troubles, now });
  if (disconnected) return disconnectedWords(disconnected, query['left'] !== undefined);
  const saved = String(query['saved']);
  return Object.hasOwn(savedWords, saved) ? savedWords[saved]! : null;
}

const savedWords: Record<string, Told> = {
  saved: { kind: 'success', words: html`Saved. Google is asked again right now.` },
  'not-connected': {
    kind: 'warning',
    words: html`No account was connected: you turned back at Google. Nothing was changed.`,
  },
};

function connectedWords({ email, state }: GoogleAccount): Told | null {
  if (state !== 'connected') return null;
  return {
    kind: 'success',
    words: html`<strong>${email}</strong> is connected. What you tick below makes you busy; Google
      is being asked right now.`,
  };
}

/** A check is waited for this long, and shown right after. */
const answerMs = 15_000;

function checkedWords(
  account: GoogleAccount,
  { calendars }: Health,
  { troubles, now }: Known,
): Told {
  const { id, email, lastErrorAt, lastSuccessAt, lastErrorCode } = account;
  const isRefused =
    lastErrorAt !== null && (lastSuccessAt === null || lastErrorAt >= lastSuccessAt);
  if (isRefused)
    return {
      kind: 'warning',
      words: html`<strong>${email}</strong>: ${failureWords(lastErrorCode)} The check came to
        nothing.`,
    };
  if (lastSuccessAt === null || now.getTime() - lastSuccessAt.getTime() > answerMs)
    return {
      kind: 'warning',
      words: html`Google has not answered for <strong>${email}</strong> yet. Look again in a moment.`,
    };
  if (troublesOf(troubles, id).some(({ is }) => is === 'unreadable'))
    return {
      kind: 'warning',
      words: html`Google answers for <strong>${email}</strong>, but not for every calendar: see
        below.`,
    };
  const count = calendars.filter(({ accountId, countsAsBusy }) => accountId === id && countsAsBusy);
  return {
    kind: 'success',
    words: html`Google answers for <strong>${email}</strong>.
      ${count.length > 0 && `${count.length === 1 ? 'One calendar was' : `${count.length} calendars were`} read just now.`}`,
  };
}

function disconnectedWords({ email, state }: GoogleAccount, isLeft: boolean): Told | null {
  if (state !== 'disconnected') return null;
  if (!isLeft)
    return {
      kind: 'success',
      words: html`<strong>${email}</strong> is disconnected, and Google’s permission is given back.`,
    };
  return {
    kind: 'warning',
    words: html`<strong>${email}</strong> is disconnected, and our key to it is erased. But Google
      could not be told: please remove this service yourself at
      <a href="https://myaccount.google.com/connections" rel="noopener"
        >myaccount.google.com/connections</a
      >.`,
  };
}
