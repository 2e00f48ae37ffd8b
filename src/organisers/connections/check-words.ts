// What came of looking at Google there and then.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { say, sayHtml } from '../../languages/say.ts';
import { strong } from '../../web/components.ts';
import { type Child, html } from '../../web/html.ts';
import { failureWords } from './failure-words.ts';
import type { GoogleAccount } from './google-account.ts';
import { type Health, isUnanswered, isUnreadable } from './health.ts';

export type Told = { kind: 'success' | 'warning'; words: Child };

/** A check is waited for this long, and told right after. */
const answerMs = 15_000;

export function checkWords(account: GoogleAccount, { calendars }: Health, now: Date): Told {
  const { id, email, lastSuccessAt, lastErrorCode } = account;
  const ticked = calendars.filter((each) => each.accountId === id && each.countsAsBusy);
  if (isRefused(account, ticked))
    return warning(email, `${failureWords(lastErrorCode)} ${say('The check came to nothing.')}`);
  if (lastSuccessAt === null || now.getTime() - lastSuccessAt.getTime() > answerMs)
    return warning(email, say('Google has not answered yet. Look again in a moment.'));
  if (ticked.some(isUnreadable))
    return warning(email, say('Google answers, but not for every calendar: see below.'));
  return {
    kind: 'success',
    words: html`${sayHtml('Google answers for <strong>{email}</strong>.', { email, strong })}
    ${readWords(ticked.length)}`,
  };
}

/** One question may have been answered, and the other not. */
function isRefused(account: GoogleAccount, ticked: readonly Calendar[]): boolean {
  const { lastErrorAt, lastSuccessAt } = account;
  if (lastErrorAt === null) return false;
  const isLatest = lastSuccessAt === null || lastErrorAt >= lastSuccessAt;
  return isLatest || ticked.some((each) => isUnanswered(each) && !isUnreadable(each));
}

function warning(email: string, sentence: string): Told {
  return { kind: 'warning', words: html`<strong>${email}</strong>: ${sentence}` };
}

function readWords(count: number): string {
  if (count === 0) return say('None of its calendars makes you busy.');
  return say(
    '{count, plural, one {One calendar was read just now.} other {# calendars were read just now.}}',
    { count },
  );
}
