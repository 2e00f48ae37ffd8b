// An organiser's numbers of some weeks, gathered and counted.
import { MINUTES_PER_DAY } from '../availability/dates.ts';
import { minuteOf } from '../availability/gather-offer.ts';
import { getHoursInUse } from '../availability/known-hours.ts';
import { offsetAt, type TimeZone } from '../availability/time-zone.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { countLeadTimes, type LeadCount, medianLeadDays } from './lead-times.ts';
import type { NumberedBooking } from './numbered-booking.ts';
import { listNumberedBookings } from './numbers-queries.ts';
import { type HourCell, utilisation } from './utilisation.ts';
import { countWeeks, periodOf, type WeekCount, type Weeks, weeksUntil } from './weeks.ts';

export type HourCount = { hour: number; count: number };

export type Numbers = {
  weeks: Weeks;
  now: Date;
  bookings: readonly NumberedBooking[];
  perWeek: readonly WeekCount[];
  cells: readonly HourCell[];
  leadTimes: readonly LeadCount[];
  medianLeadDays: number | null;
  /** By the hour in which they start, cancelled ones not among them. */
  perHour: readonly HourCount[];
};

export async function gatherNumbers(
  { database, clock }: Parts,
  organiser: Organiser,
  weekCount: number,
): Promise<Numbers> {
  const now = clock();
  const hours = await getHoursInUse(database, organiser);
  const weeks = weeksUntil(now, hours.timeZone, weekCount);
  const bookings = await listNumberedBookings(database, organiser.id, periodOf(weeks));
  return {
    weeks,
    now,
    bookings,
    perWeek: countWeeks(weeks, bookings),
    cells: utilisation(weeks, hours, bookings, now),
    leadTimes: countLeadTimes(hours.timeZone, bookings),
    medianLeadDays: medianLeadDays(hours.timeZone, bookings),
    perHour: countHours(hours.timeZone, bookings),
  };
}

function countHours(timeZone: TimeZone, bookings: readonly NumberedBooking[]): HourCount[] {
  const kept = bookings.filter(({ state }) => state !== 'cancelled');
  const hours = kept.map(({ startsAt }) => {
    const minute = minuteOf(startsAt);
    return Math.floor(((minute + offsetAt(timeZone, minute)) % MINUTES_PER_DAY) / 60);
  });
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    count: hours.filter((each) => each === hour).length,
  }));
}
