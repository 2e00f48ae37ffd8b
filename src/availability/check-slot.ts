// Whether one slot may be taken now: by the rules, by the other bookings, and by a live look at Google.
import type { Booking } from '../bookings/booking.ts';
import { checkBusy, type CheckedBusy, type OwnEvent } from '../calendars/check-busy.ts';
import { readTogether } from '../database/read-together.ts';
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { listBlockedTime } from './availability-queries.ts';
import { blockedBy, dateAt, dayAround, gatherOffer, minuteOf } from './gather-offer.ts';
import { type Packed, union } from './intervals.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { wholeDays } from './whole-days.ts';

export type SlotRequest = {
  organiser: Organiser;
  eventType: EventType;
  startsAt: Date;
  /** One's own hold, which neither blocks nor counts. */
  holdId?: string;
  /** The booking that is being moved. */
  booking?: Booking;
};

export type CheckedSlot = {
  endsAt: Date;
  blocked: { from: Date; to: Date };
  /** The organiser's date, for the daily cap. */
  day: { from: Date; to: Date };
  /** False: Google did not answer in time; the check is to be repeated. */
  isLive: boolean;
};

/** Throws slot_not_offered, slot_taken or calendar_unavailable. */
export async function checkSlot(parts: Parts, request: SlotRequest): Promise<CheckedSlot> {
  const { eventType, startsAt, booking } = request;
  const own = request.holdId ?? booking?.id ?? null;
  const offer = await gatherOffer(parts, request, own);
  const blocked = blockedBy(offer.rules, startsAt);
  // seconds stay in: a start between two minutes is off the grid
  const wanted = startsAt.getTime() / 60_000;
  refuse(refusalOf({ ...offer, busy: new Int32Array() }, wanted), startsAt);

  const taken = await listTaken(parts, eventType, blocked, own);
  refuse(refusalOf({ ...offer, busy: taken }, wanted), startsAt);

  const google = await lookAtGoogle(parts, eventType.organiserId, blocked, booking);
  refuse(refusalOf({ ...offer, busy: union(taken, google.busy) }, wanted), startsAt);
  return {
    endsAt: dateAt(minuteOf(startsAt) + eventType.durationMinutes),
    blocked,
    day: dayAround(offer.availability, startsAt),
    isLive: google.isLive,
  };
}

function listTaken(
  { database, clock }: Parts,
  { organiserId }: EventType,
  range: { from: Date; to: Date },
  own: string | null,
): Promise<Packed> {
  const days = wholeDays(range);
  const key = `blocked ${organiserId} ${days.from.getTime()} ${days.to.getTime()} ${own}`;
  return readTogether(database, key, () =>
    listBlockedTime(database, organiserId, days, clock(), own),
  );
}

function lookAtGoogle(
  parts: Parts,
  organiserId: string,
  range: { from: Date; to: Date },
  booking?: Booking,
): Promise<CheckedBusy> {
  const excluding = booking && ownEventOf(booking);
  return checkBusy(parts, organiserId, range, excluding ? { excluding } : {});
}

/** The calendar event that a booking being moved has at its present time. */
export function ownEventOf(booking: Booking): OwnEvent | undefined {
  if (!('event' in booking)) return undefined;
  const { calendarId, googleEventId } = booking.event;
  if (calendarId === null || googleEventId === null) return undefined;
  const { startsAt, endsAt } = booking;
  return { calendarId, eventId: googleEventId, startsAt, endsAt };
}

function taken(): Problem {
  return new Problem(
    'slot_taken',
    say('Somebody else has taken this time. Please choose another.'),
  );
}

function refuse(refusal: Refusal | null, startsAt: Date): void {
  if (refusal === null) return;
  if (refusal === 'busy') throw taken();
  throw new Problem(
    'slot_not_offered',
    `${refusals[refusal]()} ${say('Please choose another time.')}`,
    {
      cause: { refusal, startsAt },
    },
  );
}

const refusals: Record<Exclude<Refusal, 'busy'>, () => string> = {
  off_grid: () => say('Appointments do not begin at this minute.'),
  closed: () => say('This time is outside of the opening hours.'),
  notice: () => say('This time is too soon.'),
  horizon: () => say('This time is too far ahead.'),
  cap: () => say('This day is full.'),
};
