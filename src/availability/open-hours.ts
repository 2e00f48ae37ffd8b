// When an organiser is open: weekly hours, replaced whole on the dates that have an override, less the time off.
// Wall-clock times of the organiser's zone; intervals of one day that overlap or touch are one; a day without intervals
// is closed. Time off is instants, and cuts an interval in two.
import { dayOf, MINUTES_PER_DAY, weekdayOf } from './dates.ts';
import {
  isSorted,
  overlapsAny,
  type Packed,
  packed,
  packedApart,
  pairsOf,
  subtract,
} from './intervals.ts';
import { type TimeZone, timeZoneNamed, toEpoch } from './time-zone.ts';

/** "09:00"; "24:00" is the end of the day. */
export type OpenInterval = { opens: string; closes: string };

/** Weekdays are ISO's: 1 is Monday, 7 is Sunday. */
export type Availability = {
  timeZone: string;
  weekly: readonly ({ weekday: number } & OpenInterval)[];
  overrides: readonly { date: string; intervals: readonly OpenInterval[] }[];
};

/** Availability in integers: minutes since midnight by weekday (Monday is 0), and by day number where overridden. */
export type OpenHours = {
  timeZone: TimeZone;
  weekly: readonly Packed[];
  overrides: ReadonlyMap<number, Packed>;
  /** Epoch minutes, merged. */
  timeOff: Packed;
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const NEVER = new Int32Array();

/** Worth keeping between calls while the availability does not change. */
export function openHours(availability: Availability, timeOff: Packed = NEVER): OpenHours {
  const { timeZone, weekly, overrides } = availability;
  return {
    timeZone: timeZoneNamed(timeZone),
    weekly: WEEKDAYS.map((weekday) => dayHours(weekly.filter((row) => row.weekday === weekday))),
    overrides: new Map(overrides.map((row) => [dayOf(row.date), dayHours(row.intervals)])),
    timeOff,
  };
}

/** The open intervals of that date, time off not counted, in minutes since midnight on the organiser's wall clock. */
export function openOn(hours: OpenHours, day: number): Packed {
  return hours.overrides.get(day) ?? hours.weekly[weekdayOf(day) - 1]!;
}

/**
 * The same in epoch minutes, less the time off. Sorted by start but not merged: where a clock change skips the edges of
 * two intervals, they may overlap or change places, and stay two.
 */
export function openInstantsOn(hours: OpenHours, day: number): Packed {
  const midnight = day * MINUTES_PER_DAY;
  const edges = openOn(hours, day).map((minute) => toEpoch(hours.timeZone, midnight + minute));
  const open = isSorted(edges) ? edges : packedApart(pairsOf(edges));
  return hours.timeOff.length === 0 ? open : openApart(open, hours.timeOff);
}

/** Whether [start, end), in epoch minutes, meets any time off. */
export function isOff({ timeOff }: OpenHours, start: number, end: number): boolean {
  return timeOff.length > 0 && overlapsAny(timeOff, start, end);
}

/** "09:30" → 570. A RangeError unless it is a time of the day, or "24:00". */
export function minuteOfDay(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]|24(?=:00)):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined) throw new RangeError(`Not a time of the day: ${time}`);
  return Number(hours) * 60 + Number(minutes);
}

function dayHours(intervals: readonly OpenInterval[]): Packed {
  return packed(intervals.map(({ opens, closes }) => [minuteOfDay(opens), minuteOfDay(closes)]));
}

/** Each interval cut by itself; those that overlap stay as many as they are. */
function openApart(open: Packed, timeOff: Packed): Packed {
  const rest = subtract(open, timeOff);
  return isSorted(rest) ? rest : packedApart(pairsOf(rest));
}
