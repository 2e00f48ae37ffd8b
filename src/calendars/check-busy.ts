// The look at Google at hold and at confirmation. No answer in time: a very young mirror may stand in, and the caller has
// the check repeated. An error, or an older mirror: nothing is known, and nothing is given away.
import { subtract, union, type Packed } from '../availability/intervals.ts';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Parts } from '../parts.ts';
import { listMirrors } from './busy-mirror-queries.ts';
import { calendarUnavailable } from './calendar-unavailable.ts';
import type { Period } from './calendar.ts';
import { checkLive, liveBudgetMs, type LiveAnswer } from './live-check.ts';
import { accessOf } from './mark-account.ts';
import { readMirrors, standInMaxAgeMs, type Reading } from './mirror.ts';
import { ownTime } from './own-event.ts';

export type CheckedBusy = {
  busy: Packed;
  /** False: a mirror stood in; the caller enqueues 'recheck-booking'. */
  isLive: boolean;
  checkedAt: Date;
};

/** The calendar event of a booking that is being moved. `calendarId` is ours, `eventId` Google's. */
export type OwnEvent = { calendarId: string; eventId: string; startsAt: Date; endsAt: Date };

/** Throws calendar_unavailable. */
export async function checkBusy(
  parts: Parts,
  organiserId: string,
  range: Period,
  options: { excluding?: OwnEvent } = {},
): Promise<CheckedBusy> {
  const mirrors = await readYoungMirrors(parts, organiserId, range);
  if (mirrors.is === 'unknowable') throw calendarUnavailable(mirrors.because);
  try {
    const live = await checkLive(parts, organiserId, range);
    const busy = await withoutOwn(parts, live, options.excluding);
    return { busy, isLive: true, checkedAt: live.checkedAt };
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    if (!error.isTimeout || mirrors.is !== 'known') throw calendarUnavailable(error.message, error);
    return { busy: mirrors.busy, isLive: false, checkedAt: mirrors.checkedAt };
  }
}

async function readYoungMirrors(
  parts: Parts,
  organiserId: string,
  range: Period,
): Promise<Reading> {
  const mirrors = await listMirrors(parts.database, organiserId);
  return readMirrors(mirrors, range, parts.clock(), standInMaxAgeMs);
}

async function withoutOwn(
  parts: Parts,
  { calendars }: LiveAnswer,
  own: OwnEvent | undefined,
): Promise<Packed> {
  const booked = own && calendars.find(({ calendar }) => calendar.id === own.calendarId);
  if (!own || !booked) return union(...calendars.map(({ busy }) => busy));
  const { account, googleCalendarId } = booked.calendar;
  const period = { from: own.startsAt, to: own.endsAt };
  const events = await parts.google.listEvents(accessOf(parts, account), googleCalendarId, {
    ...period,
    timeoutMs: liveBudgetMs,
  });
  const free = ownTime(events, own.eventId, period);
  return union(
    ...calendars.map((answer) => (answer === booked ? subtract(answer.busy, free) : answer.busy)),
  );
}
