// How far ahead people book, in the organiser's dates.
import { minuteOf } from '../availability/gather-offer.ts';
import { dayAt, type TimeZone } from '../availability/time-zone.ts';
import type { NumberedBooking } from './numbered-booking.ts';

export type LeadCount = { label: string; fromDays: number; count: number };

const bins: readonly (readonly [fromDays: number, label: string])[] = [
  [0, 'Same day'],
  [1, '1 day'],
  [2, '2–3 days'],
  [4, '4–7 days'],
  [8, '8–14 days'],
  [15, '15–30 days'],
  [31, 'Longer'],
];

export function leadDays(timeZone: TimeZone, { startsAt, bookedAt }: NumberedBooking): number {
  const days = dayAt(timeZone, minuteOf(startsAt)) - dayAt(timeZone, minuteOf(bookedAt));
  return Math.max(0, days);
}

export function countLeadTimes(
  timeZone: TimeZone,
  bookings: readonly NumberedBooking[],
): LeadCount[] {
  const days = bookings.map((booking) => leadDays(timeZone, booking));
  return bins.map(([fromDays, label], index) => {
    const next = bins[index + 1]?.[0] ?? Infinity;
    return {
      label,
      fromDays,
      count: days.filter((lead) => fromDays <= lead && lead < next).length,
    };
  });
}

/** Null without bookings. */
export function medianLeadDays(
  timeZone: TimeZone,
  bookings: readonly NumberedBooking[],
): number | null {
  const days = bookings.map((booking) => leadDays(timeZone, booking)).sort((a, b) => a - b);
  const middle = days.length / 2;
  if (days.length === 0) return null;
  return (days[Math.ceil(middle) - 1]! + days[Math.floor(middle)]!) / 2;
}
