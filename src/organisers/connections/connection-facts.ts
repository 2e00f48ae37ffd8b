// An account's connection in detail: when Google answered, when not and why, how changes reach us, how long it holds.
import type { ShownChannel } from '../../calendars/channels/channel-queries.ts';
import { facts } from '../../web/components.ts';
import type { Child, Html } from '../../web/html.ts';
import { agoWords, momentWords } from '../day-words.ts';
import { failureWords } from './failure-words.ts';
import type { GoogleAccount } from './google-account.ts';

export type Reach = {
  /** Google can send messages to this address at all. */
  isPushPossible: boolean;
  pollSeconds: number;
  channels: readonly ShownChannel[];
};

export function connectionFacts(
  account: GoogleAccount,
  reach: Reach,
  { now, timeZone }: { now: Date; timeZone: string },
): Html {
  const { lastSuccessAt, lastErrorAt, lastErrorCode, listedAt } = account;
  return facts([
    ['Last answer', lastSuccessAt ? agoWords(lastSuccessAt, now) : 'none yet'],
    [
      'Last trouble',
      lastErrorAt
        ? `${failureWords(lastErrorCode)} ${upperFirst(agoWords(lastErrorAt, now))}${isOver(account) ? ', and it has answered since.' : '.'}`
        : 'none',
    ],
    ['Changes', account.state === 'connected' && pushWords(reach, timeZone)],
    ['Permission', permissionWords(account, timeZone)],
    ['Calendars', listedAt && `list read ${agoWords(listedAt, now)}`],
  ]);
}

function isOver({ lastSuccessAt, lastErrorAt }: GoogleAccount): boolean {
  return lastSuccessAt !== null && lastErrorAt !== null && lastErrorAt < lastSuccessAt;
}

export function pushWords(reach: Reach, timeZone: string): string {
  const { isPushPossible, channels } = reach;
  const every = everyWords(reach.pollSeconds);
  if (!isPushPossible)
    return `This address cannot be reached by Google, so we look every ${every}.`;
  const ends = channels.flatMap(({ state, expiresAt }) =>
    state === 'open' && expiresAt ? [expiresAt] : [],
  );
  const others = channels.length - ends.length;
  if (ends.length === 0)
    return `Google is asked to tell us of changes; meanwhile we look every ${every}.`;
  const until = momentWords(new Date(Math.min(...ends.map((end) => end.getTime()))), timeZone);
  const told = `Google tells us of changes at once, until ${until}; that is renewed by itself.`;
  return others > 0
    ? `${told} At ${others === 1 ? 'one calendar' : `${others} calendars`} we look every ${every}.`
    : told;
}

function everyWords(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? 'minute' : `${minutes} minutes`;
}

function permissionWords(account: GoogleAccount, timeZone: string): Child {
  if (account.state !== 'connected') return 'ended';
  const { refreshTokenEndsAt } = account;
  return refreshTokenEndsAt
    ? `ends on ${momentWords(refreshTokenEndsAt, timeZone)}: Google gives it for some days only, as long as this service is in “Testing” there`
    : 'until you take it away';
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
