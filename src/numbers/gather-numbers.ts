// An organiser's numbers of some dates, gathered and counted.
import { MINUTES_PER_DAY } from '../availability/dates.ts';
import { minuteOf } from '../availability/gather-offer.ts';
import { getHoursInUse } from '../availability/known-hours.ts';
import { offsetAt, type TimeZone } from '../availability/time-zone.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { type Days, daysOf, periodOf, type Wish } from './days.ts';
import { countLeadTimes, type LeadCount, medianLeadDays } from './lead-times.ts';
import type { NumberedBooking } from './numbered-booking.ts';
import { listNumberedBookings } from './numbers-queries.ts';
import { type HourCell, utilisation } from './utilisation.ts';
import { countOutcomes, countWeeks, type WeekCount } from './weeks.ts';

export type HourCount = { hour: number; count: number };

export type KindCount = Omit<WeekCount, 'monday'> & { title: string };

export type Numbers = {
  days: Days;
  now: Date;
  bookings: readonly NumberedBooking[];
  perWeek: readonly WeekCount[];
  /** By event type, the most booked first. */
  perKind: readonly KindCount[];
  cells: readonly HourCell[];
  leadTimes: readonly LeadCount[];
  medianLeadDays: number | null;
  /** By the hour in which they start, cancelled ones not among them. */
  perHour: readonly HourCount[];
};

export async function gatherNumbers(
  { database, clock }: Parts,
  organiser: Organiser,
  wish: Wish,
): Promise<Numbers> {
  const now = clock();
  const hours = await getHoursInUse(database, organiser);
  const { timeZone } = hours;
  const days = daysOf(wish, now, timeZone);
  const bookings = await listNumberedBookings(database, organiser.id, periodOf(days));
  return {
    days,
    now,
    bookings,
    perWeek: countWeeks(days, bookings),
    perKind: countKinds(bookings),
    cells: utilisation(days, hours, bookings, now),
    leadTimes: countLeadTimes(timeZone, bookings),
    medianLeadDays: medianLeadDays(timeZone, bookings),
    perHour: countHours(timeZone, bookings),
  };
}

function countKinds(bookings: readonly NumberedBooking[]): KindCount[] {
  const byKind = Map.groupBy(bookings, ({ eventTypeId }) => eventTypeId);
  return [...byKind.values()]
    .toSorted((one, other) => other.length - one.length)
    .map((own) => Object.assign(countOutcomes(own), { title: own[0]!.eventTypeTitle }));
}

function countHours(timeZone: TimeZone, bookings: readonly NumberedBooking[]): HourCount[] {
  const kept = bookings.filter(({ state }) => state !== 'cancelled');
  const byHour = Map.groupBy(kept, ({ startsAt }) => {
    const minute = minuteOf(startsAt);
    return Math.floor(((minute + offsetAt(timeZone, minute)) % MINUTES_PER_DAY) / 60);
  });
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    count: byHour.get(hour)?.length ?? 0,
  }));
}
