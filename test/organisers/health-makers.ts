// A connected account and one of its calendars, as they are when all is well; a test says what is not.
import type { Calendar } from '../../src/calendars/calendar-queries.ts';
import type { GoogleAccount } from '../../src/organisers/connections/google-account.ts';

export const now = new Date('2026-11-23T12:00:00Z');
export const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

export function account(change: Partial<GoogleAccount> = {}): GoogleAccount {
  return {
    id: 'account',
    organiserId: 'organiser',
    subject: '1',
    email: 'mira@example.com',
    isFirst: true,
    hasRefreshToken: true,
    refreshTokenEndsAt: null,
    state: 'connected',
    stateReason: null,
    lastSuccessAt: now,
    lastErrorAt: null,
    lastErrorCode: null,
    connectedAt: now,
    listedAt: now,
    toldBrokenAt: null,
    ...change,
  };
}

export function calendar(change: Partial<Calendar> = {}): Calendar {
  return {
    id: 'calendar',
    accountId: 'account',
    accountEmail: 'mira@example.com',
    googleCalendarId: 'team@example.com',
    title: 'Team',
    timeZone: 'UTC',
    accessRole: 'reader',
    isPrimary: false,
    countsAsBusy: true,
    isListed: true,
    checkedAt: now,
    failedAt: null,
    error: null,
    toldUnreadableAt: null,
    ...change,
  };
}
