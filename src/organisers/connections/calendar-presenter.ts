// Google accounts and their calendars in the organiser's API, with how they fare. Never a token.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import type { Organiser } from '../organiser.ts';
import type { GoogleAccount } from './google-account.ts';

export function presentConnections(
  organiser: Organiser,
  accounts: readonly GoogleAccount[],
  calendars: readonly Calendar[],
) {
  return {
    accounts: accounts.map((account) => ({
      id: account.id,
      email: account.email,
      state: account.state,
      reason: account.stateReason,
      lastSuccessAt: account.lastSuccessAt?.toISOString() ?? null,
      lastErrorAt: account.lastErrorAt?.toISOString() ?? null,
      error: account.lastError,
    })),
    calendars: calendars.map((calendar) => ({
      id: calendar.id,
      accountId: calendar.accountId,
      title: calendar.title,
      timeZone: calendar.timeZone,
      accessRole: calendar.accessRole,
      isPrimary: calendar.isPrimary,
      countsAsBusy: calendar.countsAsBusy,
      takesBookings: calendar.id === organiser.bookingCalendarId,
      checkedAt: calendar.checkedAt?.toISOString() ?? null,
      error: calendar.error,
    })),
  };
}
