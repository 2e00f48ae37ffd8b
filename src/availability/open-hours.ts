// When an organiser is open: weekly hours, replaced whole on the dates that have an override. Wall-clock times of the
// organiser's zone; intervals of one day that overlap or touch are one; a day without intervals is closed.
import { dayOf, MINUTES_PER_DAY, weekdayOf } from './dates.ts';
import { isSorted, type Packed, packed, packedApart, pairsOf } from './intervals.ts';
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
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Worth keeping between calls while the availability does not change. */
export function openHours(availability: Availability): OpenHours {
  const { timeZone, weekly, overrides } = availability;
  return {
    timeZone: timeZoneNamed(timeZone),
    weekly: WEEKDAYS.map((weekday) => dayHours(weekly.filter((row) => row.weekday === weekday))),
    overrides: new Map(overrides.map((row) => [dayOf(row.date), dayHours(row.intervals)])),
  };
}

/** The open intervals of that date, in minutes since midnight on the organiser's wall clock. */
export function openOn(hours: OpenHours, day: number): Packed {
  return hours.overrides.get(day) ?? hours.weekly[weekdayOf(day) - 1]!;
}

/**
 * The same in epoch minutes. Sorted by start but not merged: where a clock change skips the edges of two intervals, they
 * may overlap or change places, and stay two.
 */
export function openInstantsOn(hours: OpenHours, day: number): Packed {
  const midnight = day * MINUTES_PER_DAY;
  const edges = openOn(hours, day).map((minute) => toEpoch(hours.timeZone, midnight + minute));
  return isSorted(edges) ? edges : packedApart(pairsOf(edges));
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
