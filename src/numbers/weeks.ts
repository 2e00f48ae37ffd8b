// Whole weeks, Monday to Sunday, of the organiser's dates: the present one is the last.
import { dateOf, weekdayOf } from '../availability/dates.ts';
import { dateAt, minuteOf } from '../availability/gather-offer.ts';
import { dayAt, startOfDay, type TimeZone } from '../availability/time-zone.ts';
import type { Period } from '../calendars/calendar.ts';
import type { NumberedBooking } from './numbered-booking.ts';

/** Day numbers; `lastDay` is a Sunday. */
export type Weeks = { timeZone: TimeZone; firstDay: number; lastDay: number };

export type WeekCount = { monday: string; booked: number; noShows: number; cancelled: number };

export function weeksUntil(now: Date, timeZone: TimeZone, count: number): Weeks {
  const today = dayAt(timeZone, minuteOf(now));
  const monday = today - (weekdayOf(today) - 1);
  return { timeZone, firstDay: monday - (count - 1) * 7, lastDay: monday + 6 };
}

export function periodOf({ timeZone, firstDay, lastDay }: Weeks): Period {
  return {
    from: dateAt(startOfDay(timeZone, firstDay)),
    to: dateAt(startOfDay(timeZone, lastDay + 1)),
  };
}

/** `booked`: took place, or is still to. */
export function countWeeks(weeks: Weeks, bookings: readonly NumberedBooking[]): WeekCount[] {
  const { timeZone, firstDay, lastDay } = weeks;
  const byWeek = Map.groupBy(bookings, ({ startsAt }) =>
    Math.floor((dayAt(timeZone, minuteOf(startsAt)) - firstDay) / 7),
  );
  return Array.from({ length: (lastDay + 1 - firstDay) / 7 }, (_, week) => {
    const own = byWeek.get(week) ?? [];
    const noShows = own.filter(({ state }) => state === 'no_show').length;
    const cancelled = own.filter(({ state }) => state === 'cancelled').length;
    const monday = dateOf(firstDay + week * 7);
    return { monday, booked: own.length - noShows - cancelled, noShows, cancelled };
  });
}
