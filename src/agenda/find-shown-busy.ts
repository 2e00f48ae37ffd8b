// What makes an organiser busy besides bookings, as far as Google is asked at all.
import { type Packed, packedInstants, pairsOf, subtract } from '../availability/intervals.ts';
import { findGreatestHorizonDays } from '../calendars/busy-mirror-queries.ts';
import { readBusy } from '../calendars/read-busy.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { type Span, spanOf } from './lanes.ts';

export type ShownBusy = {
  spans: readonly Span[];
  /** Before and after these nothing is known: what is over is asked no more, what nobody can book yet not so far. */
  from: Date;
  to: Date;
};

type Period = { from: Date; to: Date };

/** Null: not known, which is not free. Bookings stand there by themselves. */
export async function findShownBusy(
  parts: Parts,
  organiserId: string,
  period: Period,
  bookings: readonly OwnBooking[],
): Promise<ShownBusy | null> {
  const now = parts.clock();
  const known = await knownPeriod(parts, organiserId, now);
  const asked = { from: later(period.from, known.from), to: earlier(period.to, known.to) };
  if (asked.to <= asked.from) return { spans: [], ...known };
  try {
    const { busy } = await readBusy(parts, organiserId, asked);
    return { spans: spansWithin(subtract(busy, bookedTime(bookings)), asked), ...known };
  } catch (error) {
    if (isProblem(error, 'calendar_unavailable')) return null;
    throw error;
  }
}

/** As far as anything can be booked. */
async function knownPeriod({ database }: Parts, organiserId: string, now: Date): Promise<Period> {
  const days = (await findGreatestHorizonDays(database, organiserId)) ?? 0;
  return { from: now, to: new Date(now.getTime() + days * 86_400_000) };
}

function bookedTime(bookings: readonly OwnBooking[]): Packed {
  return packedInstants(bookings.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })));
}

function spansWithin(list: Packed, { from, to }: Period): Span[] {
  const within = spanOf({ startsAt: from, endsAt: to });
  return pairsOf(list)
    .filter((pair) => pair[0] < within.end && within.start < pair[1])
    .map((pair) => ({ start: pair[0], end: pair[1] }));
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
