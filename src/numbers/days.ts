// The dates that are counted, of the organiser's calendar: some whole weeks up to now, or any from one to another.
import { dateOf, dayOf, weekdayOf } from '../availability/dates.ts';
import { dateAt, minuteOf } from '../availability/gather-offer.ts';
import { dayAt, startOfDay, type TimeZone } from '../availability/time-zone.ts';
import type { Period } from '../calendars/calendar.ts';

/** Day numbers, inclusive. */
export type Days = { timeZone: TimeZone; firstDay: number; lastDay: number };

/** What is asked for: dates, or weeks up to now. */
export type Wish = { from: string; to: string } | { weeks: number };

export function daysOf(wish: Wish, now: Date, timeZone: TimeZone): Days {
  if ('weeks' in wish) return weeksUntil(now, timeZone, wish.weeks);
  return { timeZone, firstDay: dayOf(wish.from), lastDay: dayOf(wish.to) };
}

/** Monday to Sunday: the present week is the last. */
export function weeksUntil(now: Date, timeZone: TimeZone, count: number): Days {
  const monday = mondayOf(dayAt(timeZone, minuteOf(now)));
  return { timeZone, firstDay: monday - (count - 1) * 7, lastDay: monday + 6 };
}

export function mondayOf(day: number): number {
  return day - (weekdayOf(day) - 1);
}

export function datesOf({ firstDay, lastDay }: Days): { from: string; to: string } {
  return { from: dateOf(firstDay), to: dateOf(lastDay) };
}

export function periodOf({ timeZone, firstDay, lastDay }: Days): Period {
  return {
    from: dateAt(startOfDay(timeZone, firstDay)),
    to: dateAt(startOfDay(timeZone, lastDay + 1)),
  };
}
