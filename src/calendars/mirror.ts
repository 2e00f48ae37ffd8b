// Whether the mirrors of an organiser's calendars can be believed. Unknown is never free.
import type { CalendarBusy, Mirror, Period } from './calendar.ts';

export type Reading =
  | { is: 'known'; calendars: CalendarBusy[]; checkedAt: Date }
  /** Too old, never filled, not far enough, or in error: Google may know better by now. */
  | { is: 'outdated'; because: string }
  /** Asking Google again will not help. */
  | { is: 'unknowable'; because: string };

export const pageMaxAgeMs = 15 * 60_000;
export const standInMaxAgeMs = 2 * 60_000;

/** `window`: the time that must be covered; what of it is past does not matter. */
export function readMirrors(
  mirrors: Mirror[],
  window: Period,
  now: Date,
  maxAgeMs: number,
): Reading {
  const because = whyUnknowable(mirrors);
  if (because !== null) return { is: 'unknowable', because };
  const ticked = mirrors.filter(isTicked);
  const faults = ticked.flatMap((mirror) => faultOf(mirror, window, now, maxAgeMs) ?? []);
  if (faults[0] !== undefined) return { is: 'outdated', because: faults[0] };
  return {
    is: 'known',
    calendars: ticked.map(({ calendarId, busy }) => ({ calendarId, busy })),
    checkedAt: oldest(ticked.map((mirror) => mirror.checkedAt ?? now)) ?? now,
  };
}

/** What asking Google would not mend; null when it can be asked. */
export function whyUnknowable(mirrors: Pick<Mirror, 'accountState'>[]): string | null {
  if (mirrors.length === 0) return 'no account';
  const isConnected = mirrors.every(({ accountState }) => accountState === 'connected');
  return isConnected ? null : 'an account needs reconnecting';
}

function isTicked(mirror: Mirror): mirror is Mirror & { calendarId: string } {
  return mirror.calendarId !== null;
}

function faultOf(mirror: Mirror, window: Period, now: Date, maxAgeMs: number): string | null {
  if (mirror.error !== null) return `a calendar says ${mirror.error}`;
  if (mirror.checkedAt === null || mirror.covers === null) return 'a calendar was never read';
  if (now.getTime() - mirror.checkedAt.getTime() >= maxAgeMs) return 'the mirror is too old';
  const from = window.from > now ? window.from : now;
  const isCovered = mirror.covers.from <= from && window.to <= mirror.covers.to;
  return isCovered ? null : 'the mirror does not reach as far';
}

function oldest(instants: Date[]): Date | undefined {
  return instants.toSorted((a, b) => a.getTime() - b.getTime())[0];
}
