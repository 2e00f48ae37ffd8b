// What stands in an organiser's calendar between two days: bookings, what else makes them busy, and their open hours.
import { subtract, type Packed, packedInstants, pairsOf } from '../availability/intervals.ts';
import { getHoursInUse } from '../availability/known-hours.ts';
import { startOfDay, type TimeZone, timeZoneNamed } from '../availability/time-zone.ts';
import { openWallOn } from '../availability/wall-hours.ts';
import { findGreatestHorizonDays } from '../calendars/busy-mirror-queries.ts';
import { readBusy } from '../calendars/read-busy.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { listOwnBookings } from '../organisers/own-booking-queries.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { Span } from './lanes.ts';

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
  busy: readonly Span[] | null;
};

const states = ['requested', 'confirmed', 'completed', 'no_show'] as const;
const mostBookings = 2000;

/** `days`: from the first to the last, as numbers. */
export async function gatherCalendar(
  parts: Parts,
  organiser: Organiser,
  { first, last }: { first: number; last: number },
): Promise<OwnCalendar> {
  const zone = timeZoneNamed(organiser.timeZone);
  const now = parts.clock();
  const period = { from: instantAt(zone, first), to: instantAt(zone, last + 1) };
  const hours = await getHoursInUse(parts.database, organiser);
  const filter = { ...period, states, limit: mostBookings };
  const bookings = await listOwnBookings(parts.database, organiser.id, filter, now);
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    zone,
    now,
    days: days.map((day) => ({ day, open: openWallOn(hours, day) })),
    bookings: bookings.map((booking) => ({ booking, ...spanOf(booking) })),
    busy: await findBusy(parts, organiser, { ...period, bookings }),
  };
}

/** What is over is asked no more, and bookings stand there by themselves. */
async function findBusy(
  parts: Parts,
  { id }: Organiser,
  { from, to, bookings }: { from: Date; to: Date; bookings: readonly OwnBooking[] },
): Promise<Span[] | null> {
  const now = parts.clock();
  const known = { from: from > now ? from : now, to: earlier(to, await findReach(parts, id, now)) };
  if (known.to <= known.from) return [];
  try {
    const { busy } = await readBusy(parts, id, known);
    return spansWithin(subtract(busy, bookedTime(bookings)), { from, to });
  } catch (error) {
    if (isProblem(error, 'calendar_unavailable')) return null;
    throw error;
  }
}

/** How far Google is asked at all: as far as anything can be booked. */
async function findReach({ database }: Parts, organiserId: string, now: Date): Promise<Date> {
  const days = (await findGreatestHorizonDays(database, organiserId)) ?? 0;
  return new Date(now.getTime() + days * 86_400_000);
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function bookedTime(bookings: readonly OwnBooking[]): Packed {
  return packedInstants(bookings.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })));
}

function spansWithin(list: Packed, { from, to }: { from: Date; to: Date }): Span[] {
  const { start, end } = spanOf({ startsAt: from, endsAt: to });
  return pairsOf(list)
    .filter((pair) => pair[0] < end && start < pair[1])
    .map((pair) => ({ start: pair[0], end: pair[1] }));
}

function spanOf({ startsAt, endsAt }: Pick<OwnBooking, 'startsAt' | 'endsAt'>): Span {
  return { start: startsAt.getTime() / 60_000, end: endsAt.getTime() / 60_000 };
}

function instantAt(zone: TimeZone, day: number): Date {
  return new Date(startOfDay(zone, day) * 60_000);
}
