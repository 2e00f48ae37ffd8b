// A day in the parts that people speak of.
import { MINUTES_PER_DAY } from '../../availability/dates.ts';
import { offsetAt, timeZoneNamed } from '../../availability/time-zone.ts';

export type DayPart = 'night' | 'morning' | 'afternoon' | 'evening';

/** By the wall clock: until 5, noon, 17 and midnight. */
export function dayPartOf(minute: number, timeZone: string): DayPart {
  const wall = minute + offsetAt(timeZoneNamed(timeZone), minute);
  const hour = Math.floor((wall % MINUTES_PER_DAY) / 60);
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

export function dateAtMinute(minute: number): Date {
  return new Date(minute * 60_000);
}
