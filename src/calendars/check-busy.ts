// The look at Google at hold and at confirmation. No answer in time: a very young mirror may stand in, and the caller has
// the check repeated. An error, or an older mirror: nothing is known, and nothing is given away.
import type { Packed } from '../availability/intervals.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { listMirrors } from './busy-mirror-queries.ts';
import { calendarUnavailable } from './calendar-unavailable.ts';
import type { CalendarBusy, OwnEvent, Period } from './calendar.ts';
import { checkLive } from './live-check.ts';
import { mergeBusy, withoutOwnEvent } from './merge-busy.ts';
import { readMirrors, standInMaxAgeMs } from './mirror.ts';

export type { OwnEvent } from './calendar.ts';

export type CheckedBusy = {
  busy: Packed;
  /** False: a mirror stood in; the caller enqueues 'recheck-booking'. */
  isLive: boolean;
  checkedAt: Date;
};

/** Throws calendar_unavailable. Those who check within two seconds of each other share one answer of Google's. */
export async function checkBusy(
  parts: Parts,
  organiserId: string,
  range: Period,
  options: { excluding?: OwnEvent } = {},
): Promise<CheckedBusy> {
  try {
    const { calendars, checkedAt } = await checkLive(parts, organiserId, range);
    const busy = await mergeBusy(parts, organiserId, calendars, options.excluding);
    return { busy, isLive: true, checkedAt };
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    return standIn(parts, organiserId, range, error);
  }
}

export type CheckedCalendars = { calendars: CalendarBusy[]; isLive: boolean };

/** The same, told apart by calendar: for whoever wants to know which of them is busy. Throws calendar_unavailable. */
export async function checkCalendars(
  parts: Parts,
  organiserId: string,
  range: Period,
  options: { excluding?: OwnEvent } = {},
): Promise<CheckedCalendars> {
  try {
    const { calendars } = await checkLive(parts, organiserId, range);
    const others = await withoutOwnEvent(parts, organiserId, calendars, options.excluding);
    return { calendars: others, isLive: true };
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    const { calendars } = await readStandIn(parts, organiserId, range, error);
    return { calendars, isLive: false };
  }
}

/** A booking that is being moved finds its own event busy here: nobody could say what else is in that time. */
async function standIn(
  parts: Parts,
  organiserId: string,
  range: Period,
  failure: GoogleFailure,
): Promise<CheckedBusy> {
  const reading = await readStandIn(parts, organiserId, range, failure);
  const busy = await mergeBusy(parts, organiserId, reading.calendars);
  return { busy, isLive: false, checkedAt: reading.checkedAt };
}

async function readStandIn(
  parts: Parts,
  organiserId: string,
  range: Period,
  failure: GoogleFailure,
): Promise<{ calendars: CalendarBusy[]; checkedAt: Date }> {
  if (!failure.isTimeout) throw calendarUnavailable(failure.message, failure);
  const mirrors = await listMirrors(parts.database, organiserId);
  const reading = readMirrors(mirrors, range, parts.clock(), standInMaxAgeMs);
  if (reading.is !== 'known') throw calendarUnavailable(reading.because, failure);
  return reading;
}
