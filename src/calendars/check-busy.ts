// The look at Google at hold and at confirmation. No answer in time: a very young mirror may stand in, and the caller has
// the check repeated. An error, or an older mirror: nothing is known, and nothing is given away.
import {
  overlapsAny,
  packedInstants,
  subtract,
  union,
  type Packed,
} from '../availability/intervals.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { listMirrors } from './busy-mirror-queries.ts';
import { calendarUnavailable } from './calendar-unavailable.ts';
import type { Mirror, OwnEvent, Period } from './calendar.ts';
import { checkLive } from './live-check.ts';
import { mergeBusy } from './merge-busy.ts';
import { readMirrors, standInMaxAgeMs, type Reading } from './mirror.ts';

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
  const mirrors = await listMirrors(parts.database, organiserId);
  const reading = readMirrors(mirrors, range, parts.clock(), standInMaxAgeMs);
  if (reading.is === 'unknowable') throw calendarUnavailable(reading.because);
  try {
    const { calendars, checkedAt } = await checkLive(parts, organiserId, range);
    const busy = await mergeBusy(parts, organiserId, calendars, options.excluding);
    if (isNews(busy, mirrors, range)) await refreshLater(parts, organiserId);
    return { busy, isLive: true, checkedAt };
  } catch (error) {
    return standIn(parts, organiserId, reading, error);
  }
}

/** Busy time within the range that the pages do not know of yet, and would go on offering. */
function isNews(busy: Packed, mirrors: Mirror[], { from, to }: Period): boolean {
  const unknown = subtract(busy, union(...mirrors.map((mirror) => mirror.busy)));
  const [start, end] = packedInstants([{ start: from, end: to }]);
  return start !== undefined && end !== undefined && overlapsAny(unknown, start, end);
}

async function refreshLater({ jobs }: Parts, organiserId: string): Promise<void> {
  await jobs.enqueue(null, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
}

/** A booking that is being moved finds its own event busy here: nobody could say what else is in that time. */
async function standIn(
  parts: Parts,
  organiserId: string,
  mirrors: Reading,
  error: unknown,
): Promise<CheckedBusy> {
  if (!(error instanceof GoogleFailure)) throw error;
  if (!error.isTimeout || mirrors.is !== 'known') throw calendarUnavailable(error.message, error);
  const busy = await mergeBusy(parts, organiserId, mirrors.calendars);
  return { busy, isLive: false, checkedAt: mirrors.checkedAt };
}
