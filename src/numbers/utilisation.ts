// How much of the open hours is booked, by weekday and hour of the organiser's wall clock, in minutes.
import { MINUTES_PER_DAY, weekdayOf } from '../availability/dates.ts';
import { minuteOf } from '../availability/gather-offer.ts';
import {
  packedInstants,
  type Packed,
  pairsOf,
  packed,
  subtract,
} from '../availability/intervals.ts';
import { type OpenHours, openInstantsOn } from '../availability/open-hours.ts';
import { periodAt, type TimeZone } from '../availability/time-zone.ts';
import type { Days } from './days.ts';
import type { NumberedBooking } from './numbered-booking.ts';

export type HourCell = {
  /** ISO's: 1 is Monday. */
  weekday: number;
  hour: number;
  openMinutes: number;
  bookedMinutes: number;
};

/** All 168 cells, of what is past; by the hours as they are now, for those of then are not kept. */
export function utilisation(
  days: Days,
  hours: OpenHours,
  bookings: readonly NumberedBooking[],
  now: Date,
): HourCell[] {
  const open = openUntil(days, hours, minuteOf(now));
  const kept = bookings.filter(({ state }) => state !== 'cancelled');
  const booked = packedInstants(
    kept.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
  );
  const openCells = spread(open, days.timeZone);
  const bookedCells = spread(subtract(open, subtract(open, booked)), days.timeZone);
  return openCells.map((openMinutes, index) => ({
    weekday: Math.floor(index / 24) + 1,
    hour: index % 24,
    openMinutes,
    bookedMinutes: bookedCells[index]!,
  }));
}

function openUntil({ firstDay, lastDay }: Days, hours: OpenHours, until: number): Packed {
  const all = Array.from({ length: lastDay + 1 - firstDay }, (_, index) => firstDay + index);
  const pairs = all.flatMap((day) => pairsOf(openInstantsOn(hours, day)));
  return packed(pairs.map(([start, end]) => [start, Math.min(end, until)]));
}

/** Minutes by weekday and hour: cut where the hour on the wall changes, and where the clock does. */
function spread(list: Packed, timeZone: TimeZone): number[] {
  const minutes = Array.from({ length: 7 * 24 }, () => 0);
  for (const [start, end] of pairsOf(list)) {
    let at = start;
    while (at < end) {
      const { offset, end: change } = periodAt(timeZone, at);
      const wall = at + offset;
      const next = Math.min(end, change, at + 60 - (wall % 60));
      minutes[cellAt(wall)]! += next - at;
      at = next;
    }
  }
  return minutes;
}

function cellAt(wall: number): number {
  const weekday = weekdayOf(Math.floor(wall / MINUTES_PER_DAY));
  return (weekday - 1) * 24 + Math.floor((wall % MINUTES_PER_DAY) / 60);
}
