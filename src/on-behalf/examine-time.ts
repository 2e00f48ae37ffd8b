import { ownEventOf } from '../availability/check-slot.ts';
import {
  blockedBy,
  dateAt,
  dayAround,
  gatherOffer,
  minuteOf,
} from '../availability/gather-offer.ts';
import { overlaps, pairsOf } from '../availability/intervals.ts';
import { listRefusals } from '../availability/refusal.ts';
import type { Offer } from '../availability/slots.ts';
// A time that an organiser chooses for somebody else: who has it already, and what else speaks against it. Google is
// asked as for everybody: what it does not answer is not free.
import type { Booking } from '../bookings/booking.ts';
import { isDayFull } from '../bookings/change-queries.ts';
import { listCalendars } from '../calendars/calendar-queries.ts';
import type { CalendarBusy, Period } from '../calendars/calendar.ts';
import { checkCalendars } from '../calendars/check-busy.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { listBlockers } from '../explanations/blocker-queries.ts';
import { blockerWords } from '../explanations/blocker-words.ts';
import { say } from '../languages/say.ts';
import { fullCalendarName } from '../organisers/connections/calendar-name.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import type { Objection } from './objection.ts';

export type ExaminedTime = {
  endsAt: Date;
  blocked: Period;
  /** The organiser's date, for the daily cap. */
  day: Period;
  /** False: Google did not answer in time; the check is to be repeated. */
  isLive: boolean;
  objections: Objection[];
};

/** `booking`: one that is being moved, whose own time neither blocks nor counts. */
type Wanted = Pick<Bookable, 'organiser' | 'eventType'> & { startsAt: Date; booking?: Booking };

const furthestDays = 730;
const nobodysId = '00000000-0000-0000-0000-000000000000';

/** Throws slot_taken, slot_not_offered for a time that is over or years away, or calendar_unavailable. */
export async function examineTime(parts: Parts, wanted: Wanted): Promise<ExaminedTime> {
  const { organiser, eventType, startsAt, booking } = wanted;
  const offer = await gatherOffer(parts, { organiser, eventType }, booking?.id ?? null);
  refuseFarAway(startsAt, offer.now);
  const blocked = blockedBy(offer.rules, startsAt);
  const endsAt = dateAt(minuteOf(startsAt) + eventType.durationMinutes);
  await refuseTaken(parts, { ...wanted, endsAt }, blocked, offer.now);

  const excluding = booking && ownEventOf(booking);
  const own = excluding ? { excluding } : {};
  const { calendars, isLive } = await checkCalendars(parts, organiser.id, blocked, own);
  const day = dayAround(offer.availability, startsAt);
  const objections = [
    ...closedObjections(offer, startsAt),
    ...(await fullObjections(parts, wanted, day)),
    ...(await busyObjections(parts, organiser.id, calendars, blocked)),
  ];
  return { endsAt, blocked, day, isLive, objections };
}

function refuseFarAway(startsAt: Date, now: Date): void {
  const message =
    startsAt <= now
      ? say('This time is over. Please choose another one.')
      : say('Choose a time within the next two years.');
  const isTooFar = startsAt.getTime() > now.getTime() + furthestDays * 86_400_000;
  if (startsAt <= now || isTooFar) throw new Problem('slot_not_offered', message);
}

async function refuseTaken(
  { database }: Parts,
  { organiser, startsAt, endsAt, booking }: Wanted & { endsAt: Date },
  blocked: Period,
  now: Date,
): Promise<void> {
  const blockers = await listBlockers(database, organiser.id, blocked, now);
  const blocker = blockers.find(({ bookingId }) => bookingId !== booking?.id);
  if (!blocker) return;
  const { timeZone } = organiser;
  const { title, sentence } = blockerWords(blocker, { timeZone, startsAt, endsAt });
  throw new Problem('slot_taken', sentence, { heading: title });
}

/** Notice, horizon and grid are for strangers: an organiser may book in ten minutes, next year, or at five past. */
function closedObjections(offer: Omit<Offer, 'busy'>, startsAt: Date): Objection[] {
  const refusals = listRefusals({ ...offer, busy: new Int32Array() }, minuteOf(startsAt));
  return refusals.includes('closed') ? [{ is: 'outside_hours' }] : [];
}

async function fullObjections(
  { database }: Parts,
  { organiser, eventType: { dailyCap: cap }, booking }: Wanted,
  day: Period,
): Promise<Objection[]> {
  const own = booking?.id ?? nobodysId;
  const isFull = cap !== null && (await isDayFull(database, organiser.id, day, cap, own));
  return isFull ? [{ is: 'day_full', cap }] : [];
}

async function busyObjections(
  { database }: Parts,
  organiserId: string,
  calendars: readonly CalendarBusy[],
  blocked: Period,
): Promise<Objection[]> {
  const [from, to] = [minuteOf(blocked.from), minuteOf(blocked.to)];
  const met = calendars.flatMap(({ calendarId, busy }) =>
    pairsOf(busy)
      .filter(([start, end]) => overlaps(start, end, from, to))
      .map(([start, end]) => ({ calendarId, period: { from: dateAt(start), to: dateAt(end) } })),
  );
  const names = met.length > 0 ? await namesOf(database, organiserId) : new Map();
  return met.map(({ calendarId, period }) => ({
    is: 'busy',
    calendarName: names.get(calendarId) ?? say('a calendar'),
    period,
  }));
}

async function namesOf(database: Parts['database'], organiserId: string) {
  const calendars = await listCalendars(database, organiserId);
  return new Map(calendars.map((calendar) => [calendar.id, fullCalendarName(calendar)]));
}
