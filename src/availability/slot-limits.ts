// What the present moment allows: the earliest start by minimum notice, the last date by the horizon, and for how long
// that stays so.
import { MINUTES_PER_DAY } from './dates.ts';
import { midnightBefore, nextGridStart } from './grid.ts';
import type { OpenHours } from './open-hours.ts';
import { dayAt, periodAt, startOfDay } from './time-zone.ts';

export type LimitRules = {
  stepMinutes: number;
  minimumNoticeMinutes: number;
  horizonDays: number;
};

/** Starts lie in [earliest, end), epoch minutes; the days are the organiser's. */
export type Limits = { earliest: number; end: number; today: number; lastDay: number };

const MILLISECONDS_PER_MINUTE = 60_000;

export function limitsAt(now: Date, hours: OpenHours, rules: LimitRules): Limits {
  const minutes = now.getTime() / MILLISECONDS_PER_MINUTE;
  const today = dayAt(hours.timeZone, Math.floor(minutes));
  const lastDay = today + rules.horizonDays;
  return {
    earliest: Math.ceil(minutes + rules.minimumNoticeMinutes),
    end: startOfDay(hours.timeZone, lastDay + 1),
    today,
    lastDay,
  };
}

/**
 * The first moment at which the passing of time alone may change the slots: a grid start falls inside minimum notice,
 * or the organiser's date changes and the horizon with it. The same for every `now` until then, so it can stand
 * in an ETag. A clock change counts as a possible change of date.
 */
export function nextChange(now: Date, hours: OpenHours, rules: LimitRules): Date {
  const { earliest } = limitsAt(now, hours, rules);
  const nextStart = nextGridStart(hours.timeZone, rules.stepMinutes, earliest);
  const lastMomentToBook = (nextStart - rules.minimumNoticeMinutes) * MILLISECONDS_PER_MINUTE;
  return new Date(Math.min(lastMomentToBook + 1, nextMidnight(now, hours)));
}

function nextMidnight(now: Date, hours: OpenHours): number {
  const minute = Math.floor(now.getTime() / MILLISECONDS_PER_MINUTE);
  const { end, offset } = periodAt(hours.timeZone, minute);
  return Math.min(midnightBefore(minute, offset) + MINUTES_PER_DAY, end) * MILLISECONDS_PER_MINUTE;
}
