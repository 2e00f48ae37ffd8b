// A Google account that an organiser has connected. One account belongs to one organiser.
import type { AccountState } from '../../calendars/calendar.ts';

export type GoogleAccount = {
  id: string;
  organiserId: string;
  /** Google's `sub`: the address may change, this does not. */
  subject: string;
  email: string;
  /** The one that the organiser signed up with. */
  isFirst: boolean;
  hasRefreshToken: boolean;
  /** Only where Google limits the life of its permission. */
  refreshTokenEndsAt: Date | null;
  state: AccountState;
  stateReason: string | null;
  lastSuccessAt: Date | null;
  lastErrorAt: Date | null;
  lastErrorCode: string | null;
  connectedAt: Date;
  /** When its list of calendars was last read. */
  listedAt: Date | null;
  /** The organiser was mailed that it must be connected again. */
  toldBrokenAt: Date | null;
};

/** True when Google can be reached without asking the organiser again. */
export function isUsable(account: GoogleAccount | null): boolean {
  return account !== null && account.hasRefreshToken && account.state === 'connected';
}

/**
 * Once disconnected, a further account is anybody's again: whoever holds it must not come in by it, and may connect it
 * elsewhere. The first one stays the organiser's, or there would be no way back in.
 */
export function isReleased({ isFirst, state }: GoogleAccount): boolean {
  return !isFirst && state === 'disconnected';
}
