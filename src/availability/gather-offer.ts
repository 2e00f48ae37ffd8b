// All that decides what an organiser offers, gathered for the pure rules.
import { requireBookingCalendar } from '../calendars/require-booking-calendar.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Parts } from '../parts.ts';
import { listCountedStarts } from './availability-queries.ts';
import { dateOf } from './dates.ts';
import { getOpenHours } from './known-hours.ts';
import type { OpenHours } from './open-hours.ts';
import { limitsAt } from './slot-limits.ts';
import type { Offer, SlotRules } from './slots.ts';
import { dayAt, startOfDay } from './time-zone.ts';

const millisecondsPerMinute = 60_000;

export function slotRules(eventType: EventType): SlotRules {
  return { ...eventType, stepMinutes: eventType.slotStepMinutes };
}

/** Throws calendar_unavailable. @param except one's own booking, which neither blocks nor counts */
export async function gatherOffer(
  parts: Parts,
  bookable: Bookable,
  except: string | null,
): Promise<Omit<Offer, 'busy'>> {
  await requireBookingCalendar(parts, bookable.eventType);
  return gatherOwnOffer(parts, bookable, except);
}

/** What the organiser has said and what is booked, whether or not a calendar takes the bookings. */
export async function gatherOwnOffer(
  parts: Parts,
  { organiser, eventType }: Bookable,
  except: string | null,
): Promise<Omit<Offer, 'busy'>> {
  const now = parts.clock();
  const availability = await getOpenHours(parts.database, organiser, eventType);
  const rules = slotRules(eventType);
  const range = offeredTime({ availability, rules, now });
  const counted =
    rules.dailyCap === null
      ? []
      : await listCountedStarts(parts.database, organiser.id, range, now, except);
  return { availability, rules, now, bookingsPerDate: countPerDate(availability, counted) };
}

/** From the beginning of the organiser's today to the end of the horizon's last day, and what the buffers reach. */
export function offeredTime({
  availability,
  rules,
  now,
}: Pick<Offer, 'availability' | 'rules' | 'now'>): {
  from: Date;
  to: Date;
} {
  const { today, lastDay } = limitsAt(now, availability, rules);
  const start = startOfDay(availability.timeZone, today) - rules.bufferBeforeMinutes;
  const end = startOfDay(availability.timeZone, lastDay + 1) + rules.bufferAfterMinutes;
  return { from: dateAt(start), to: dateAt(end) };
}

/** The organiser's date on which the instant falls, as instants: the time that a daily cap counts. */
export function dayAround(availability: OpenHours, instant: Date): { from: Date; to: Date } {
  const day = dayAt(availability.timeZone, minuteOf(instant));
  return {
    from: dateAt(startOfDay(availability.timeZone, day)),
    to: dateAt(startOfDay(availability.timeZone, day + 1)),
  };
}

/** [start − buffer before, end + buffer after): what a booking at that start keeps for itself. */
export function blockedBy(rules: SlotRules, startsAt: Date): { from: Date; to: Date } {
  const start = minuteOf(startsAt);
  const end = start + rules.durationMinutes + rules.bufferAfterMinutes;
  return { from: dateAt(start - rules.bufferBeforeMinutes), to: dateAt(end) };
}

export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / millisecondsPerMinute);
}

export function dateAt(minute: number): Date {
  return new Date(minute * millisecondsPerMinute);
}

function countPerDate(availability: OpenHours, starts: Date[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const start of starts) {
    const date = dateOf(dayAt(availability.timeZone, minuteOf(start)));
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return counts;
}
