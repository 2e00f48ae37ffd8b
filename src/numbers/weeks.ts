// Bookings by the week in which they start, Monday to Sunday of the organiser's dates, apart by what became of them.
import { dateOf } from '../availability/dates.ts';
import { minuteOf } from '../availability/gather-offer.ts';
import { dayAt } from '../availability/time-zone.ts';
import { type Days, mondayOf } from './days.ts';
import type { NumberedBooking } from './numbered-booking.ts';

/** The first and the last week may be counted in part only. */
export type WeekCount = {
  monday: string;
  /** Took place, or is still to. */
  booked: number;
  noShows: number;
  cancelled: number;
  /** Of the cancelled ones, those that the attendee called off. */
  cancelledByAttendee: number;
};

export function countWeeks(days: Days, bookings: readonly NumberedBooking[]): WeekCount[] {
  const first = mondayOf(days.firstDay);
  const byWeek = Map.groupBy(bookings, ({ startsAt }) =>
    Math.floor((dayAt(days.timeZone, minuteOf(startsAt)) - first) / 7),
  );
  const weekCount = (mondayOf(days.lastDay) - first) / 7 + 1;
  return Array.from({ length: weekCount }, (_, week) => ({
    monday: dateOf(first + week * 7),
    ...countOutcomes(byWeek.get(week) ?? []),
  }));
}

export function countOutcomes(bookings: readonly NumberedBooking[]): Omit<WeekCount, 'monday'> {
  const noShows = bookings.filter(({ state }) => state === 'no_show').length;
  const cancelled = bookings.filter(({ state }) => state === 'cancelled');
  return {
    booked: bookings.length - noShows - cancelled.length,
    noShows,
    cancelled: cancelled.length,
    cancelledByAttendee: cancelled.filter(({ cancelledBy }) => cancelledBy === 'attendee').length,
  };
}
