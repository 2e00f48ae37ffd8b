// Google accounts and their calendars in the organiser's API, with how they fare. Never a token.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { isWritable } from '../../calendars/calendar.ts';
import type { ShownChannel } from '../../calendars/channels/channel-queries.ts';
import type { Organiser } from '../organiser.ts';
import { failureWords } from './failure-words.ts';
import type { GoogleAccount } from './google-account.ts';
import { type Health, isUnreadable, stopsOffers, type Trouble } from './health.ts';
import { troubleWords } from './trouble-words.ts';

export type Presented = {
  health: Health;
  /** The disconnected ones are among them. */
  accounts: readonly GoogleAccount[];
  channels: readonly ShownChannel[];
  troubles: readonly Trouble[];
  isPushPossible: boolean;
  now: Date;
};

export function presentConnections({ health, accounts, channels, troubles, ...rest }: Presented) {
  const { organiser, calendars } = health;
  return {
    isWell: troubles.length === 0,
    offersTimes: !troubles.some(stopsOffers),
    troubles: troubles.map((trouble) => presentTrouble(trouble, rest.now, organiser)),
    isPushPossible: rest.isPushPossible,
    accounts: accounts.map(presentAccount),
    calendars: calendars.map((calendar) => presentCalendar(calendar, organiser, channels)),
  };
}

function presentAccount(account: GoogleAccount) {
  const { lastErrorAt, lastErrorCode } = account;
  return {
    id: account.id,
    email: account.email,
    isFirst: account.isFirst,
    state: account.state,
    reason: account.stateReason,
    connectedAt: account.connectedAt.toISOString(),
    permissionEndsAt: account.refreshTokenEndsAt?.toISOString() ?? null,
    lastSuccessAt: account.lastSuccessAt?.toISOString() ?? null,
    lastErrorAt: lastErrorAt?.toISOString() ?? null,
    errorCode: lastErrorCode,
    error: lastErrorAt && failureWords(lastErrorCode),
    listedAt: account.listedAt?.toISOString() ?? null,
  };
}

function presentCalendar(
  calendar: Calendar,
  { bookingCalendarId }: Organiser,
  channels: readonly ShownChannel[],
) {
  const channel = channels.find(({ calendarId }) => calendarId === calendar.id);
  return {
    id: calendar.id,
    accountId: calendar.accountId,
    title: calendar.title,
    timeZone: calendar.timeZone,
    accessRole: calendar.accessRole,
    isPrimary: calendar.isPrimary,
    isListed: calendar.isListed,
    isReadable: !isUnreadable(calendar),
    isWritable: isWritable(calendar),
    countsAsBusy: calendar.countsAsBusy,
    takesBookings: calendar.id === bookingCalendarId,
    checkedAt: calendar.checkedAt?.toISOString() ?? null,
    error: calendar.error,
    push: channel
      ? { state: channel.state, expiresAt: channel.expiresAt?.toISOString() ?? null }
      : null,
  };
}

/** `is` is stable, the words are for people. */
function presentTrouble(trouble: Trouble, now: Date, { timeZone }: Organiser) {
  const { title, sentence } = troubleWords(trouble, now, timeZone);
  return {
    is: trouble.is,
    stopsOffers: stopsOffers(trouble),
    accountId: 'account' in trouble ? trouble.account.id : null,
    calendarIds: calendarIdsOf(trouble),
    title,
    message: sentence,
  };
}

function calendarIdsOf(trouble: Trouble): string[] {
  if ('calendars' in trouble) return trouble.calendars.map(({ id }) => id);
  return 'calendar' in trouble && trouble.calendar ? [trouble.calendar.id] : [];
}
