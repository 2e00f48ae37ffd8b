// What each refusal of the rules comes from: the limit or the count that it was judged by. `closed` and `busy` are told
// apart by their sources in closed-reasons.ts and busy-reasons.ts.
import { dateOf } from '../availability/dates.ts';
import { dateAt } from '../availability/gather-offer.ts';
import { midnightBefore, nextGridStart } from '../availability/grid.ts';
import type { Refusal } from '../availability/refusal.ts';
import { limitsAt } from '../availability/slot-limits.ts';
import type { Offer } from '../availability/slots.ts';
import { dayAt, offsetAt } from '../availability/time-zone.ts';
import type { Reason } from './reason.ts';

export type Judged = Omit<Offer, 'busy'>;

/** `start` in epoch minutes, refused for this by the offer. */
export function refusalReason(
  refusal: Exclude<Refusal, 'busy' | 'closed'>,
  offer: Judged,
  start: number,
): Reason {
  switch (refusal) {
    case 'notice':
      return noticeReason(offer, start);
    case 'horizon':
      return horizonReason(offer);
    case 'off_grid':
      return gridReason(offer, Math.floor(start));
    case 'cap':
      return capReason(offer, start);
  }
}

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

function capReason({ availability, rules, bookingsPerDate }: Judged, start: number): Reason {
  const date = dateOf(dayAt(availability.timeZone, start));
  return { is: 'cap', date, booked: bookingsPerDate.get(date) ?? 0, cap: rules.dailyCap ?? 0 };
}
