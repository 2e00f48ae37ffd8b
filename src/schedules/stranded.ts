// Which bookings lie outside of the hours that they were booked by. A change that puts them there names them; they stay.
import { minuteOf } from '../availability/gather-offer.ts';
import { packed, pairsOf } from '../availability/intervals.ts';
import { type OpenHours, openInstantsOn } from '../availability/open-hours.ts';
import { dayAt } from '../availability/time-zone.ts';

/** A booking to come, or a request that waits. */
export type ComingBooking = {
  id: string;
  /** Of its event type. */
  scheduleId: string;
  startsAt: Date;
  endsAt: Date;
  eventTypeTitle: string;
  /** Null after erasure. */
  attendeeName: string | null;
};

export type HoursBySchedule = ReadonlyMap<string, OpenHours>;

export function outsideOf(
  hours: HoursBySchedule,
  bookings: readonly ComingBooking[],
): ComingBooking[] {
  return bookings.filter((booking) => !isInside(hours.get(booking.scheduleId)!, booking));
}

/** Those that lie outside now and did not before. */
export function strandedBy(
  before: readonly ComingBooking[],
  after: readonly ComingBooking[],
): ComingBooking[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id));
}

/** Intervals that touch, at midnight say, are one here: a booking that stands is not judged by what is offered. */
export function isInside(
  hours: OpenHours,
  { startsAt, endsAt }: Pick<ComingBooking, 'startsAt' | 'endsAt'>,
): boolean {
  const start = minuteOf(startsAt);
  const end = minuteOf(endsAt);
  const first = dayAt(hours.timeZone, start);
  const count = dayAt(hours.timeZone, end - 1) - first + 1;
  const days = Array.from({ length: count }, (_, index) => first + index);
  const open = packed(days.flatMap((day) => pairsOf(openInstantsOn(hours, day))));
  return pairsOf(open).some(([opens, closes]) => opens <= start && end <= closes);
}
