// Why a time is not in the open hours: the hours themselves, time off, or both.
import { dateOf } from '../availability/dates.ts';
import { dateAt } from '../availability/gather-offer.ts';
import { pairsOf } from '../availability/intervals.ts';
import { openInstantsOn, openOn } from '../availability/open-hours.ts';
import { listRefusals } from '../availability/refusal.ts';
import { dayAt } from '../availability/time-zone.ts';
import type { TimeOff } from '../schedules/time-off.ts';
import type { Reason } from './reason.ts';
import type { Judged } from './refusal-reasons.ts';

const never = new Int32Array();

/** `start` in epoch minutes, refused as closed by the offer. */
export function closedReasons(
  { availability, ...offer }: Judged,
  start: number,
  timeOff: readonly TimeOff[],
): Reason[] {
  const always: Judged = { ...offer, availability: { ...availability, timeOff: never } };
  const isInHours = !listRefusals({ ...always, busy: never }, start).includes('closed');
  const end = dateAt(start + offer.rules.durationMinutes);
  const off = timeOff.filter(({ startsAt, endsAt }) => startsAt < end && dateAt(start) < endsAt);
  return [
    ...(isInHours ? [] : [hoursReason(always, start)]),
    ...off.map(({ startsAt, endsAt, label }): Reason => {
      return { is: 'time_off', period: { from: startsAt, to: endsAt }, label };
    }),
  ];
}

function hoursReason({ availability, rules }: Judged, start: number): Reason {
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
