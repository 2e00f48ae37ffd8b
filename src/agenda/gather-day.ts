// An organiser's day: what is booked on it, what waits for an answer, and what comes after.
import { startOfDay, timeZoneNamed } from '../availability/time-zone.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { listOwnBookings } from '../organisers/own-booking-queries.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import type { Parts } from '../parts.ts';
import { listUndecidedIds } from './decision-queries.ts';

export type OwnDay = {
  day: number;
  today: number;
  now: Date;
  timeZone: string;
  /** In order; what waits for an answer is among them too. */
  bookings: readonly OwnBooking[];
  /** Of this day and all to come. */
  undecided: readonly OwnBooking[];
  /** The first few after this day. */
  next: readonly OwnBooking[];
};

const mostOfDay = 300;
const mostNext = 5;
const shown = ['requested', 'confirmed', 'completed', 'no_show'] as const;
const toCome = ['requested', 'confirmed'] as const;

export async function gatherDay(
  { database, clock }: Parts,
  { id, timeZone }: Organiser,
  { day, today }: { day: number; today: number },
): Promise<OwnDay> {
  const now = clock();
  const list = (filter: Omit<Parameters<typeof listOwnBookings>[2], 'limit'>, limit: number) =>
    listOwnBookings(database, id, { ...filter, limit }, now);
  const zone = timeZoneNamed(timeZone);
  const from = new Date(startOfDay(zone, day) * 60_000);
  const to = new Date(startOfDay(zone, day + 1) * 60_000);
  const ids = await listUndecidedIds(database, id, now);
  return {
    day,
    today,
    now,
    timeZone,
    bookings: await list({ from, to, states: shown }, mostOfDay),
    undecided: await list({ ids, from: null, to: null, states: toCome }, ids.length),
    next: await list({ from: later(to, now), to: null, states: toCome }, mostNext),
  };
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
