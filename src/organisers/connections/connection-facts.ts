// An account's connection in detail: when Google answered, when not and why, how changes reach us, how long it holds.
import type { ShownChannel } from '../../calendars/channels/channel-queries.ts';
import { say } from '../../languages/say.ts';
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
  const { lastSuccessAt, lastErrorAt, listedAt } = account;
  return facts([
    [say('Last answer'), lastSuccessAt ? agoWords(lastSuccessAt, now) : say('none yet')],
    [say('Last trouble'), lastErrorAt ? troubleWords(account, lastErrorAt, now) : say('none')],
    [say('Changes'), account.state === 'connected' && pushWords(reach, timeZone)],
    [say('Permission'), permissionWords(account, timeZone)],
    [say('Calendars'), listedAt && say('list read {ago}', { ago: agoWords(listedAt, now) })],
  ]);
}

function troubleWords(account: GoogleAccount, at: Date, now: Date): string {
  const words = { what: failureWords(account.lastErrorCode), when: upperFirst(agoWords(at, now)) };
  return isOver(account)
    ? say('{what} {when}, and it has answered since.', words)
    : say('{what} {when}.', words);
}

function isOver({ lastSuccessAt, lastErrorAt }: GoogleAccount): boolean {
  return lastSuccessAt !== null && lastErrorAt !== null && lastErrorAt < lastSuccessAt;
}

export function pushWords(reach: Reach, timeZone: string): string {
  const { isPushPossible, channels } = reach;
  const every = everyWords(reach.pollSeconds);
  if (!isPushPossible)
    return say('This address cannot be reached by Google, so we look {every}.', { every });
  const ends = channels.flatMap(({ state, expiresAt }) =>
    state === 'open' && expiresAt ? [expiresAt] : [],
  );
  const others = channels.length - ends.length;
  if (ends.length === 0)
    return say('Google is asked to tell us of changes; meanwhile we look {every}.', {
      every,
    });
  const until = momentWords(new Date(Math.min(...ends.map((end) => end.getTime()))), timeZone);
  const told = say(
    'Google tells us of changes at once, until {until}; that is renewed by itself.',
    {
      until,
    },
  );
  return others > 0
    ? `${told} ${say('{others, plural, one {At one calendar we look {every}.} other {At # calendars we look {every}.}}', { others, every })}`
    : told;
}

function everyWords(seconds: number): string {
  if (seconds < 60)
    return say('{seconds, plural, one {every second} other {every # seconds}}', { seconds });
  const minutes = Math.round(seconds / 60);
  return say('{minutes, plural, one {every minute} other {every # minutes}}', { minutes });
}

function permissionWords(account: GoogleAccount, timeZone: string): Child {
  if (account.state !== 'connected') return say('ended');
  const { refreshTokenEndsAt } = account;
  return refreshTokenEndsAt
    ? say(
        'ends on {day}: Google gives it for some days only, as long as this service is in “Testing” there',
        { day: momentWords(refreshTokenEndsAt, timeZone) },
      )
    : say('until you take it away');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
