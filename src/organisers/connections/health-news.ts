// What of a connection's health is to be told by mail: a change, once it has lasted, and its end.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import type { GoogleAccount } from './google-account.ts';
import { type Health, isUnanswered } from './health.ts';

export type News = {
  /** Must be connected again. */
  broken: GoogleAccount[];
  /** Were told to be broken, and work. */
  mended: GoogleAccount[];
  unreadable: Calendar[];
  readable: Calendar[];
  /** Were told to be unreadable, and are not asked for any more. */
  untold: Calendar[];
};

const minuteMs = 60_000;
/** Google's passing trouble with one calendar, or with all of them, is no news. */
const errorMinutes = 15;
const silenceMinutes = 60;

export function findNews({ accounts, calendars }: Omit<Health, 'eventTypes'>, now: Date): News {
  const connected = accounts.filter(({ state }) => state === 'connected');
  const asked = calendars.filter(({ accountId }) => connected.some(({ id }) => id === accountId));
  const told = asked.filter(({ toldUnreadableAt }) => toldUnreadableAt !== null);
  return {
    broken: accounts.filter((account) => isNewlyBroken(account)),
    mended: connected.filter(({ toldBrokenAt }) => toldBrokenAt !== null),
    unreadable: asked.filter((calendar) => isNewlyUnreadable(calendar, now)),
    readable: told.filter((calendar) => calendar.countsAsBusy && !isUnanswered(calendar)),
    untold: told.filter((calendar) => !calendar.countsAsBusy),
  };
}

function isNewlyBroken({ state, toldBrokenAt }: GoogleAccount): boolean {
  return state === 'needs_reconnect' && toldBrokenAt === null;
}

function isNewlyUnreadable(calendar: Calendar, now: Date): boolean {
  if (calendar.toldUnreadableAt !== null || !isUnanswered(calendar)) return false;
  if (calendar.error === 'notFound') return true;
  const patience = calendar.error === null ? silenceMinutes : errorMinutes;
  const since = calendar.checkedAt?.getTime() ?? -Infinity;
  return now.getTime() - since >= patience * minuteMs;
}
