// A date and a time as an organiser types them, as an instant: also where a clock change skips or repeats it.
import { dayOf, MINUTES_PER_DAY } from '../availability/dates.ts';
import { dateAt } from '../availability/gather-offer.ts';
import { minuteOfDay } from '../availability/open-hours.ts';
import {
  offsetAt,
  periodAt,
  type TimeZone,
  timeZoneNamed,
  toEpoch,
} from '../availability/time-zone.ts';

export type WallTime = {
  startsAt: Date;
  /** The clock never shows that time: `startsAt` is as much later as the clock went forward. */
  isSkipped: boolean;
  /** The clock shows it twice: the other time. */
  again: Date | null;
};

/** "2026-10-25" and "02:30". A RangeError for anything else. */
export function wallTime(timeZone: string, date: string, time: string): WallTime {
  const zone = timeZoneNamed(timeZone);
  const wall = dayOf(date) * MINUTES_PER_DAY + minuteOfDay(time);
  const minute = toEpoch(zone, wall);
  return {
    startsAt: dateAt(minute),
    isSkipped: minute + offsetAt(zone, minute) !== wall,
    again: findAgain(zone, wall, minute),
  };
}

/** A last period goes on for ever. */
function findAgain(zone: TimeZone, wall: number, minute: number): Date | null {
  const { end, offset } = periodAt(zone, minute);
  if (wall - offset !== minute || end - minute > MINUTES_PER_DAY) return null;
  const again = wall - offsetAt(zone, end);
  return again >= end ? dateAt(again) : null;
}
