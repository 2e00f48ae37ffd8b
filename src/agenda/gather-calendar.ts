// What stands in an organiser's calendar between two days: bookings, what else makes them busy, and their open hours.
import { getHoursInUse } from '../availability/known-hours.ts';
import { startOfDay, type TimeZone, timeZoneNamed } from '../availability/time-zone.ts';
import { openWallOn } from '../availability/wall-hours.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { listOwnBookings } from '../organisers/own-booking-queries.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import type { Parts } from '../parts.ts';
import { findShownBusy, type ShownBusy } from './find-shown-busy.ts';
import { type Span, spanOf } from './lanes.ts';

export type BookedSpan = Span & { booking: OwnBooking };

export type CalendarDay = {
  day: number;
  /** Pairs of minutes since midnight. */
  open: readonly (readonly [number, number])[];
};

export type OwnCalendar = {
  zone: TimeZone;
  now: Date;
  days: readonly CalendarDay[];
  bookings: readonly BookedSpan[];
  /** Null: not known, which is not free. */
  busy: ShownBusy | null;
};

/** What takes time; called off, it does not. */
export const standingStates = ['requested', 'confirmed', 'completed', 'no_show'] as const;
const mostBookings = 2000;

/** From the first day to the last, as day numbers. */
export async function gatherCalendar(
  parts: Parts,
  organiser: Organiser,
  { first, last }: { first: number; last: number },
): Promise<OwnCalendar> {
  const zone = timeZoneNamed(organiser.timeZone);
  const now = parts.clock();
  const period = { from: instantAt(zone, first), to: instantAt(zone, last + 1) };
  const hours = await getHoursInUse(parts.database, organiser);
  const filter = { ...period, states: standingStates, limit: mostBookings };
  const bookings = await listOwnBookings(parts.database, organiser.id, filter, now);
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    zone,
    now,
    days: days.map((day) => ({ day, open: openWallOn(hours, day) })),
    bookings: bookings.map((booking) => ({ booking, ...spanOf(booking) })),
    busy: await findShownBusy(parts, organiser.id, period, bookings),
  };
}

/** The first moment of that day. */
export function instantAt(zone: TimeZone, day: number): Date {
  return new Date(startOfDay(zone, day) * 60_000);
}
