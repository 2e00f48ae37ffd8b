// A Google account that an organiser connected, its calendars, and what the mirror knows of their busy time.
import type { Packed } from '../availability/intervals.ts';
import type { CalendarAccessRole } from '../google/google.ts';

/** `disconnected`: the organiser took it away; its token is erased and nothing of it counts. */
export type AccountState = 'connected' | 'needs_reconnect' | 'disconnected';

export type Account = {
  id: string;
  organiserId: string;
  email: string;
  state: AccountState;
  /** Sealed with the account's id as its owner; null after a disconnection. */
  refreshTokenSealed: Buffer | null;
};

/** A calendar that counts as busy, with the account to ask it by. */
export type TickedCalendar = {
  id: string;
  googleCalendarId: string;
  account: Account;
  /** Google has asked that the account be left alone until then. */
  backsOffUntil: Date | null;
  /** When it was last asked in vain; null once it has answered. */
  failedAt: Date | null;
};

export type Period = { from: Date; to: Date };

/** One row per ticked calendar, and one without a calendar for an account that has none ticked. */
export type Mirror = {
  accountState: AccountState;
  calendarId: string | null;
  busy: Packed;
  covers: Period | null;
  checkedAt: Date | null;
  error: string | null;
};

export type CalendarBusy = { calendarId: string; busy: Packed };

/** The calendar event of a booking that is being moved. `calendarId` is ours, `eventId` Google's. */
export type OwnEvent = { calendarId: string; eventId: string; startsAt: Date; endsAt: Date };

/** Bookings are written into calendars that the account owns, and still has. */
export function isWritable(calendar: {
  accessRole: CalendarAccessRole;
  isListed: boolean;
}): boolean {
  return calendar.accessRole === 'owner' && calendar.isListed;
}
