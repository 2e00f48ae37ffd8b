// What is wrong between an organiser and Google, the worst first. Nothing here is shown, mailed or stored.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { isWritable } from '../../calendars/calendar.ts';
import type { EventType } from '../../event-types/event-type.ts';
import type { Organiser } from '../organiser.ts';
import type { GoogleAccount } from './google-account.ts';

export type Health = {
  organiser: Organiser;
  /** Without the disconnected ones. */
  accounts: GoogleAccount[];
  calendars: Calendar[];
  eventTypes: EventType[];
};

export type Trouble =
  | { is: 'reconnect'; account: GoogleAccount; isInUse: boolean }
  /** Google says that a ticked calendar is not there, or not to be seen. */
  | { is: 'unreadable'; account: GoogleAccount; calendars: Calendar[] }
  /** Google has given no answer for longer than what it said may serve. */
  | { is: 'silent'; account: GoogleAccount; since: Date | null }
  | { is: 'no_account' }
  | { is: 'nothing_busy' }
  /** Null: none was chosen, or its account is disconnected. */
  | { is: 'no_booking_calendar'; calendar: Calendar | null }
  | { is: 'no_own_calendar'; eventType: EventType; calendar: Calendar | null }
  | { is: 'ends_soon'; account: GoogleAccount; endsAt: Date };

const patienceMs = 15 * 60_000;
const endsSoonMs = 2 * 24 * 60 * 60_000;

export function listTroubles(health: Health, now: Date): Trouble[] {
  if (health.accounts.length === 0) return [{ is: 'no_account' }];
  return [
    ...health.accounts.flatMap((account) => accountTroubles(account, health, now)),
    ...choiceTroubles(health),
    ...health.accounts.flatMap((account) => endingOf(account, now)),
  ];
}

/** Those that an account's own card tells. */
export function troublesOf(troubles: readonly Trouble[], accountId: string): Trouble[] {
  return troubles.filter((trouble) => 'account' in trouble && trouble.account.id === accountId);
}

export function stopsOffers(trouble: Trouble): boolean {
  if (trouble.is === 'reconnect') return trouble.isInUse;
  return trouble.is !== 'ends_soon';
}

export function isUnreadable({ countsAsBusy, error }: Calendar): boolean {
  return countsAsBusy && error !== null;
}

/** Since Google's last answer another was asked for in vain. */
export function isUnanswered({ countsAsBusy, failedAt }: Calendar): boolean {
  return countsAsBusy && failedAt !== null;
}

export function isInUse({ id }: GoogleAccount, health: Omit<Health, 'accounts'>): boolean {
  const own = health.calendars.filter(({ accountId }) => accountId === id);
  const targets = bookingCalendarIds(health);
  return own.some((calendar) => calendar.countsAsBusy || targets.has(calendar.id));
}

/** What is gone at Google and used for nothing is kept for its old bookings' sake only. */
export function listShown(account: GoogleAccount, health: Health): Calendar[] {
  const targets = bookingCalendarIds(health);
  return health.calendars.filter(
    ({ id, accountId, isListed, countsAsBusy }) =>
      accountId === account.id && (isListed || countsAsBusy || targets.has(id)),
  );
}

function bookingCalendarIds({ organiser, eventTypes }: Omit<Health, 'accounts'>): Set<string> {
  const ids = [organiser, ...eventTypes].map(({ bookingCalendarId }) => bookingCalendarId);
  return new Set(ids.filter((id) => id !== null));
}

function accountTroubles(account: GoogleAccount, health: Health, now: Date): Trouble[] {
  if (account.state === 'needs_reconnect')
    return [{ is: 'reconnect', account, isInUse: isInUse(account, health) }];
  const own = health.calendars.filter(({ accountId }) => accountId === account.id);
  const unreadable = own.filter(isUnreadable);
  const silent = own.filter((calendar) => isSilent(calendar, now));
  return [
    ...(unreadable.length > 0
      ? [{ is: 'unreadable', account, calendars: unreadable } as const]
      : []),
    ...(silent.length > 0 ? [{ is: 'silent', account, since: oldest(silent) } as const] : []),
  ];
}

function isSilent(calendar: Calendar, now: Date): boolean {
  if (calendar.error !== null || !isUnanswered(calendar)) return false;
  return calendar.checkedAt === null || now.getTime() - calendar.checkedAt.getTime() >= patienceMs;
}

/** Null: one of them was never read. */
function oldest(calendars: readonly Calendar[]): Date | null {
  const checks = calendars.map(({ checkedAt }) => checkedAt?.getTime() ?? null);
  return checks.includes(null) ? null : new Date(Math.min(...checks.map((check) => check!)));
}

function choiceTroubles({ organiser, calendars, eventTypes }: Health): Trouble[] {
  const find = (id: string | null) => calendars.find((calendar) => calendar.id === id) ?? null;
  const target = find(organiser.bookingCalendarId);
  const astray = eventTypes.filter(({ bookingCalendarId }) => {
    const own = find(bookingCalendarId);
    return bookingCalendarId !== null && !(own && isWritable(own));
  });
  return [
    ...(calendars.some(({ countsAsBusy }) => countsAsBusy)
      ? []
      : [{ is: 'nothing_busy' } as const]),
    ...(target && isWritable(target)
      ? []
      : [{ is: 'no_booking_calendar', calendar: target } as const]),
    ...astray.map((eventType): Trouble => {
      const calendar = find(eventType.bookingCalendarId);
      return { is: 'no_own_calendar', eventType, calendar };
    }),
  ];
}

function endingOf(account: GoogleAccount, now: Date): Trouble[] {
  const { state, refreshTokenEndsAt: endsAt } = account;
  const isSoon = endsAt !== null && endsAt.getTime() - now.getTime() <= endsSoonMs;
  return isSoon && state === 'connected' ? [{ is: 'ends_soon', account, endsAt }] : [];
}
