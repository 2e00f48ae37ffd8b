// Busy time for the pages: from the mirrors while they are young; too old a mirror is refreshed first, in a short time.
import type { Packed } from '../availability/intervals.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { listMirrors } from './busy-mirror-queries.ts';
import { calendarUnavailable } from './calendar-unavailable.ts';
import type { OwnEvent, Period } from './calendar.ts';
import { mergeBusy } from './merge-busy.ts';
import { pageMaxAgeMs, readMirrors, type Reading } from './mirror.ts';
import { refreshSoon } from './refresh-busy.ts';

export type KnownBusy = {
  busy: Packed;
  /** When the oldest of the mirrors was read. */
  checkedAt: Date;
  /** Until when that answer may be used. */
  goodUntil: Date;
};

const budgetMs = 3000;

/** Throws calendar_unavailable. `window` may not reach further than the greatest horizon's last day and its buffers. */
export async function readBusy(
  parts: Parts,
  organiserId: string,
  window: Period,
  options: { excluding?: OwnEvent } = {},
): Promise<KnownBusy> {
  const { calendars, checkedAt } = await readKnown(parts, organiserId, window);
  const goodUntil = new Date(checkedAt.getTime() + pageMaxAgeMs);
  try {
    const busy = await mergeBusy(parts, organiserId, calendars, options.excluding);
    return { busy, checkedAt, goodUntil };
  } catch (error) {
    throw error instanceof GoogleFailure ? calendarUnavailable(error.message, error) : error;
  }
}

async function readKnown(parts: Parts, organiserId: string, window: Period) {
  const reading = await read(parts, organiserId, window);
  if (reading.is === 'known') return reading;
  if (reading.is === 'unknowable') throw calendarUnavailable(reading.because);
  await refreshWithinBudget(parts, organiserId);
  const fresh = await read(parts, organiserId, window);
  if (fresh.is === 'known') return fresh;
  throw calendarUnavailable(fresh.because);
}

async function read(parts: Parts, organiserId: string, window: Period): Promise<Reading> {
  const mirrors = await listMirrors(parts.database, organiserId);
  return readMirrors(mirrors, window, parts.clock(), pageMaxAgeMs);
}

/** A refresh under way may have a longer budget than a page: it goes on, the page does not wait for it. */
async function refreshWithinBudget(parts: Parts, organiserId: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, budgetMs);
  });
  try {
    await Promise.race([refreshSoon(parts, organiserId, budgetMs), timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}
