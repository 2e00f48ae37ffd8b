// What each refusal of the rules comes from: the limit, the hours or the count that it was judged by. `busy` is told
// apart by its sources in busy-reasons.ts.
import { dateOf } from '../availability/dates.ts';
import { dateAt } from '../availability/gather-offer.ts';
import { midnightBefore, nextGridStart } from '../availability/grid.ts';
import { pairsOf } from '../availability/intervals.ts';
import { openInstantsOn, openOn } from '../availability/open-hours.ts';
import type { Refusal } from '../availability/refusal.ts';
import { limitsAt } from '../availability/slot-limits.ts';
import type { Offer } from '../availability/slots.ts';
import { dayAt, offsetAt } from '../availability/time-zone.ts';
import type { Reason } from './reason.ts';

/** `start` in epoch minutes, refused for this by the offer. */
export function refusalReason(
  refusal: Exclude<Refusal, 'busy'>,
  offer: Omit<Offer, 'busy'>,
  start: number,
): Reason {
  switch (refusal) {
    case 'notice':
      return noticeReason(offer, start);
    case 'horizon':
      return horizonReason(offer);
    case 'off_grid':
      return gridReason(offer, Math.floor(start));
    case 'closed':
      return closedReason(offer, start);
    case 'cap':
      return capReason(offer, start);
  }
}

type Judged = Omit<Offer, 'busy'>;

function noticeReason({ now, availability, rules }: Judged, start: number): Reason {
  if (dateAt(start) < now) return { is: 'past' };
  const { minimumNoticeMinutes } = rules;
  const { earliest } = limitsAt(now, availability, rules);
  const first = nextGridStart(availability.timeZone, rules.stepMinutes, earliest);
  return { is: 'notice', earliest: dateAt(first), minimumNoticeMinutes };
}

function horizonReason({ now, availability, rules }: Judged): Reason {
  const { lastDay } = limitsAt(now, availability, rules);
  return { is: 'horizon', lastDate: dateOf(lastDay), horizonDays: rules.horizonDays };
}

function gridReason({ availability, rules }: Judged, minute: number): Reason {
  const { stepMinutes } = rules;
  const midnight = midnightBefore(minute, offsetAt(availability.timeZone, minute));
  const before = minute - ((minute - midnight) % stepMinutes);
  const after = nextGridStart(availability.timeZone, stepMinutes, minute + 1);
  return { is: 'off_grid', stepMinutes, before: dateAt(before), after: dateAt(after) };
}

function closedReason({ availability, rules }: Judged, start: number): Reason {
  const day = dayAt(availability.timeZone, start);
  const entered = pairsOf(openInstantsOn(availability, day)).findLast(
    ([opens, closes]) => opens <= start && start < closes,
  );
  if (entered) {
    const { durationMinutes } = rules;
    return { is: 'passes_closing', closesAt: dateAt(entered[1]), durationMinutes };
  }
  const open = pairsOf(openOn(availability, day));
  return { is: 'closed', date: dateOf(day), isOverride: availability.overrides.has(day), open };
}

function capReason({ availability, rules, bookingsPerDate }: Judged, start: number): Reason {
  const date = dateOf(dayAt(availability.timeZone, start));
  return { is: 'cap', date, booked: bookingsPerDate.get(date) ?? 0, cap: rules.dailyCap ?? 0 };
}
