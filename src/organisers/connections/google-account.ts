// A Google account that an organiser has connected. One account belongs to one organiser.

export type GoogleAccount = {
  id: string;
  organiserId: string;
  /** Google's `sub`: the address may change, this does not. */
  subject: string;
  email: string;
  hasRefreshToken: boolean;
  state: 'connected' | 'needs_reconnect';
  stateReason: string | null;
  lastSuccessAt: Date | null;
  lastErrorAt: Date | null;
  lastError: string | null;
  connectedAt: Date;
};

/** True when Google can be reached without asking the organiser again. */
export function isUsable(account: GoogleAccount | null): boolean {
  return account !== null && account.hasRefreshToken && account.state === 'connected';
}
