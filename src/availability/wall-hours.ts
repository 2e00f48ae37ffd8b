// Open hours for looking at: on the wall clock, time off left out, and those of several schedules as one.
import { MINUTES_PER_DAY } from './dates.ts';
import { packed, type Pair, pairsOf, union } from './intervals.ts';
import { isOff, type OpenHours, openInstantsOn, openOn } from './open-hours.ts';
import { offsetAt, startOfDay } from './time-zone.ts';

/** What is open on that date, in minutes since midnight. What a clock change repeats is shown once. */
export function openWallOn(hours: OpenHours, day: number): Pair[] {
  const { timeZone } = hours;
  if (!isOff(hours, startOfDay(timeZone, day), startOfDay(timeZone, day + 1)))
    return pairsOf(openOn(hours, day));
  const wallOf = (minute: number) => {
    const wall = minute + offsetAt(timeZone, minute) - day * MINUTES_PER_DAY;
    return Math.min(Math.max(wall, 0), MINUTES_PER_DAY - 1);
  };
  const open = pairsOf(openInstantsOn(hours, day));
  // an interval's end may be behind a clock change; its last minute is not
  return pairsOf(packed(open.map(([start, end]) => [wallOf(start), wallOf(end - 1) + 1])));
}

/** Whatever is open by any of several schedules of one organiser. */
export function unionOfHours(all: readonly [OpenHours, ...OpenHours[]]): OpenHours {
  const [first] = all;
  if (all.length === 1) return first;
  const days = new Set(all.flatMap(({ overrides }) => [...overrides.keys()]));
  return {
    ...first,
    weekly: first.weekly.map((_, index) => union(...all.map(({ weekly }) => weekly[index]!))),
    overrides: new Map(
      [...days].map((day) => [day, union(...all.map((hours) => openOn(hours, day)))]),
    ),
  };
}
