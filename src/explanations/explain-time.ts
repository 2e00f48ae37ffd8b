// Why a time is not offered, all that applies; or that it is. Judged by the very rules that the list of slots goes by.
import { blockedBy, dateAt, gatherOwnOffer, offeredTime } from '../availability/gather-offer.ts';
import { packedInstants, union } from '../availability/intervals.ts';
import { findNearestSlots } from '../availability/list-slots.ts';
import { listRefusals } from '../availability/refusal.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import type { Parts } from '../parts.ts';
import { listBlockers } from './blocker-queries.ts';
import { busyReasons } from './busy-reasons.ts';
import { type CalendarLook, lookAtCalendars } from './look-at-calendars.ts';
import type { Blocker, Explanation, Reason } from './reason.ts';
import { refusalReason } from './refusal-reasons.ts';

const nearestShown = 3;

/** `startsAt` must be in the years that time zones are followed. */
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
  const blockers = await listBlockers(parts.database, organiser.id, blocked, offer.now);
  const busy = busyOf(blockers, look);
  // seconds stay in: a start between two minutes is off the grid
  const start = startsAt.getTime() / 60_000;
  const refused = listRefusals({ ...offer, busy }, start).flatMap((refusal): Reason[] =>
    refusal === 'busy'
      ? busyReasons(blocked, blockers, look.calendars)
      : [refusalReason(refusal, offer, start)],
  );
  const reasons = [...look.reasons, ...refused];
  return {
    eventType,
    timeZone: offer.availability.timeZone.name,
    startsAt,
    endsAt: dateAt(start + eventType.durationMinutes),
    blocked,
    now: offer.now,
    reasons,
    nearest:
      look.reasons.length > 0 || refused.length === 0
        ? []
        : await findNearestSlots(parts, { ...bookable, startsAt, count: nearestShown }),
  };
}

function busyOf(blockers: readonly Blocker[], { calendars }: CalendarLook) {
  const booked = blockers.map(({ blocked }) => ({ start: blocked.from, end: blocked.to }));
  return union(packedInstants(booked), ...calendars.map(({ busy }) => busy));
}
