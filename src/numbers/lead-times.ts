// How far ahead people book, in the organiser's dates.
import { minuteOf } from '../availability/gather-offer.ts';
import { dayAt, type TimeZone } from '../availability/time-zone.ts';
import type { NumberedBooking } from './numbered-booking.ts';

/** `toDays` inclusive; null: however far. */
export type LeadCount = { fromDays: number; toDays: number | null; count: number };

const edges = [0, 1, 2, 4, 8, 15, 31];

export function leadDays(timeZone: TimeZone, { startsAt, bookedAt }: NumberedBooking): number {
  const days = dayAt(timeZone, minuteOf(startsAt)) - dayAt(timeZone, minuteOf(bookedAt));
  return Math.max(0, days);
}

export function countLeadTimes(
  timeZone: TimeZone,
  bookings: readonly NumberedBooking[],
): LeadCount[] {
  const days = bookings.map((booking) => leadDays(timeZone, booking));
  return edges.map((fromDays, index) => {
    const next = edges[index + 1] ?? Infinity;
    const count = days.filter((lead) => fromDays <= lead && lead < next).length;
    return { fromDays, toDays: next === Infinity ? null : next - 1, count };
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
