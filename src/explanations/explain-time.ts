// Why a time is not offered, all that applies; or that it is. Judged by the very rules that the list of slots goes by.
import { blockedBy, dateAt, gatherOwnOffer, offeredTime } from '../availability/gather-offer.ts';
import { packedInstants, union } from '../availability/intervals.ts';
import { findNearestSlots } from '../availability/list-slots.ts';
import { listRefusals } from '../availability/refusal.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Parts } from '../parts.ts';
import { listSchedules } from '../schedules/schedule-queries.ts';
import { listTimeOffSince } from '../schedules/time-off-queries.ts';
import { findAdmissionReasons } from './admission-reasons.ts';
import { listBlockers } from './blocker-queries.ts';
import { busyReasons } from './busy-reasons.ts';
import { closedReasons } from './closed-reasons.ts';
import { type CalendarLook, lookAtCalendars } from './look-at-calendars.ts';
import type { Blocker, Explanation, Reason, ToldSchedule } from './reason.ts';
import { refusalReason } from './refusal-reasons.ts';

const nearestShown = 3;

/** At the event type's length. `startsAt` must be in the years that time zones are followed. */
export async function explainTime(
  parts: Parts,
  bookable: Bookable,
  startsAt: Date,
): Promise<Explanation> {
  const { organiser, eventType } = bookable;
  const offer = await gatherOwnOffer(parts, bookable, null);
  const blocked = blockedBy(offer.rules, startsAt);
  const window = { from: offer.now, to: offeredTime(offer).to };
  const look = await lookAtCalendars(parts, bookable, window);
  const shut = await findAdmissionReasons(parts.database, eventType, offer.now);
  const blockers = await listBlockers(parts.database, organiser.id, blocked, offer.now);
  const timeOff = await listTimeOffSince(parts.database, organiser.id, startsAt);
  const busy = busyOf(blockers, look);
  // seconds stay in: a start between two minutes is off the grid
  const start = startsAt.getTime() / 60_000;
  const refused = listRefusals({ ...offer, busy }, start).flatMap((refusal): Reason[] => {
    if (refusal === 'busy') return busyReasons(blocked, blockers, look.calendars);
    if (refusal === 'closed') return closedReasons(offer, start, timeOff);
    return [refusalReason(refusal, offer, start)];
  });
  const isReachable = look.reasons.length + shut.length === 0;
  return {
    eventType,
    schedule: await scheduleOf(parts, organiser.id, eventType),
    timeZone: offer.availability.timeZone.name,
    startsAt,
    endsAt: dateAt(start + eventType.durationMinutes),
    blocked,
    now: offer.now,
    reasons: [...look.reasons, ...shut, ...refused],
    nearest:
      isReachable && refused.length > 0
        ? await findNearestSlots(parts, { ...bookable, startsAt, count: nearestShown })
        : [],
  };
}

async function scheduleOf(
  { database }: Parts,
  organiserId: string,
  { schedule: chosen }: EventType,
): Promise<ToldSchedule> {
  const all = await listSchedules(database, organiserId);
  const own = all.find(({ id, isDefault }) => (chosen === null ? isDefault : id === chosen))!;
  return { ...own, isOnly: all.length === 1 };
}

function busyOf(blockers: readonly Blocker[], { calendars }: CalendarLook) {
  const booked = blockers.map(({ blocked }) => ({ start: blocked.from, end: blocked.to }));
  return union(packedInstants(booked), ...calendars.map(({ busy }) => busy));
}
