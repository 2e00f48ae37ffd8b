// The slots on offer between two dates. Answered from memory while neither the organiser's version nor time has
// changed anything; a stranger's request costs one short query then.
import type { Booking } from '../bookings/booking.ts';
import { readBusy } from '../calendars/read-busy.ts';
import { atLength } from '../event-types/durations.ts';
import { type Bookable, getEventType } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import type { SlotTimes } from '../problem.ts';
import { findNextExpiry, listBlockedTime } from './availability-queries.ts';
import { ownEventOf } from './check-slot.ts';
import { dateOf } from './dates.ts';
import { dateAt, gatherOffer, minuteOf, offeredTime } from './gather-offer.ts';
import { union } from './intervals.ts';
import { nextChange } from './slot-limits.ts';
import { findSlots } from './slots.ts';

export type SlotSearch = {
  /** Dates inclusive, in `timeZone`. */
  from: string;
  to: string;
  timeZone: string;
  /** One's own hold counts as free. */
  hold?: string | undefined;
  /** The booking that is being moved; its own time counts as free. */
  booking?: Booking;
};

export type SlotList = {
  organiser: Organiser;
  eventType: EventType;
  timeZone: string;
  checkedAt: Date;
  durationMinutes: number;
  /** Epoch minutes, sorted. */
  starts: readonly number[];
  /** Until when nothing changes but by a new version of the organiser's. */
  goodUntil: Date;
};

/** Of an event type by the words of its link. Throws not_found, invalid_input or calendar_unavailable. */
export async function listSlotsAt(
  parts: Parts,
  { handle, slug, durationMinutes, ...search }: SlotSearch & SlotsPlace,
): Promise<SlotList> {
  const { organiser, eventType } = await getEventType(parts.database, handle, slug);
  const chosen = atLength(eventType, durationMinutes);
  return listSlots(parts, { organiser, eventType: chosen }, search);
}

export type SlotsPlace = { handle: string; slug: string; durationMinutes?: number | undefined };

/** At the event type's length. Throws calendar_unavailable. */
export async function listSlots(
  parts: Parts,
  { organiser, eventType }: Bookable,
  search: SlotSearch,
): Promise<SlotList> {
  const own = search.booking?.id ?? holdIdOf(parts, search.hold);
  const offer = await gatherOffer(parts, { organiser, eventType }, own);
  const { from, to } = offeredTime(offer);
  const blocked = await listBlockedTime(parts.database, organiser.id, { from, to }, offer.now, own);
  const excluding = search.booking && ownEventOf(search.booking);
  const google = await readBusy(
    parts,
    organiser.id,
    { from: offer.now, to },
    excluding ? { excluding } : {},
  );
  const nextExpiry = await findNextExpiry(parts.database, organiser.id, offer.now);
  return {
    organiser,
    eventType,
    timeZone: search.timeZone,
    checkedAt: google.checkedAt,
    durationMinutes: eventType.durationMinutes,
    starts: findSlots({
      ...offer,
      busy: union(blocked, google.busy),
      from: search.from,
      to: search.to,
      viewerTimeZone: search.timeZone,
    }),
    goodUntil: earliest(
      google.goodUntil,
      nextChange(offer.now, offer.availability, offer.rules),
      nextExpiry ?? google.goodUntil,
    ),
  };
}

/** The offered slots nearest to a time that is gone, in order of time. Throws calendar_unavailable. */
export async function findNearestSlots(
  parts: Parts,
  { organiser, eventType, startsAt, count }: Bookable & { startsAt: Date; count: number },
): Promise<SlotTimes[]> {
  const wanted = minuteOf(startsAt);
  const day = dayToLookAround(startsAt, parts.clock(), eventType);
  const { starts, durationMinutes } = await listSlots(
    parts,
    { organiser, eventType },
    {
      timeZone: organiser.timeZone,
      from: dateOf(day - daysAround),
      to: dateOf(day + daysAround),
    },
  );
  return starts
    .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((start) => ({ startsAt: dateAt(start), endsAt: dateAt(start + durationMinutes) }));
}

const daysAround = 14;

/** A time beyond the horizon, or long ago, has its nearest slots at that end. */
function dayToLookAround(startsAt: Date, now: Date, { horizonDays }: EventType): number {
  const today = dayOfInstant(now);
  return Math.min(Math.max(dayOfInstant(startsAt), today), today + horizonDays);
}

function dayOfInstant(instant: Date): number {
  return Math.floor(instant.getTime() / 86_400_000);
}

function holdIdOf({ tokens }: Parts, hold: string | undefined): string | null {
  const id = hold === undefined ? null : tokens.idOf(hold);
  return id !== null && tokens.matches(hold!, 'hold', id) ? id : null;
}

function earliest(...instants: Date[]): Date {
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}
