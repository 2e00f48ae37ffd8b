// Which starts are on offer: sorted, each once, in epoch minutes. The whole rule is DESIGN.md's "Free slots"; here it is
// swept over whole days, in refusal.ts it is asked of one start. Only edges of open intervals are converted.
import { dateOf, dayOf, MINUTES_PER_DAY } from './dates.ts';
import { firstOnGrid } from './grid.ts';
import type { Packed } from './intervals.ts';
import { isOff, type OpenHours, openInstantsOn, openOn } from './open-hours.ts';
import { type LimitRules, type Limits, limitsAt } from './slot-limits.ts';
import { isPlainDay, type Period, periodAt, startOfDay, timeZoneNamed } from './time-zone.ts';

export type SlotRules = LimitRules & {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  dailyCap: number | null;
};

/** All that decides what is offered. `busy` is sorted by start; bookings count on the organiser's date of their start. */
export type Offer = {
  availability: OpenHours;
  rules: SlotRules;
  busy: Packed;
  bookingsPerDate: ReadonlyMap<string, number>;
  now: Date;
};

/** Dates inclusive, in the viewer's zone. */
export type SlotSearch = Offer & { from: string; to: string; viewerTimeZone: string };

/** Epoch minutes, half-open. */
type Interval = { start: number; end: number };

/** What is being gone through: the found starts, how far, and the first busy interval not yet behind. */
type Sweep = { offer: Offer; starts: number[]; next: number; until: number; busyAt: number };

export function findSlots(search: SlotSearch): number[] {
  const { timeZone } = search.availability;
  const limits = limitsAt(search.now, search.availability, search.rules);
  const viewed = viewedTime(search, limits);
  const until = Math.min(limits.end, viewed.end);
  const next = Math.max(limits.earliest, viewed.start);
  const sweep: Sweep = { offer: search, starts: [], next, until, busyAt: 0 };
  while (sweep.next < until) {
    const period = periodAt(timeZone, sweep.next);
    sweepPeriod(sweep, period);
    sweep.next = period.end;
  }
  return sweep.starts;
}

export function isCapped({ rules, bookingsPerDate }: Offer, day: number): boolean {
  if (rules.dailyCap === null) return false;
  return (bookingsPerDate.get(dateOf(day)) ?? 0) >= rules.dailyCap;
}

/** No zone is more than two dates from another: years that cannot have slots are not gone through. */
function viewedTime(search: SlotSearch, { today, lastDay }: Limits): Interval {
  const viewer = timeZoneNamed(search.viewerTimeZone);
  const from = Math.max(dayOf(search.from), today - 2);
  const to = Math.min(dayOf(search.to), lastDay + 2);
  if (from > to) return { start: 0, end: 0 };
  return { start: startOfDay(viewer, from), end: startOfDay(viewer, to + 1) };
}

function sweepPeriod(sweep: Sweep, period: Period): void {
  const until = Math.min(sweep.until, period.end);
  const lastDay = Math.floor((until - 1 + period.offset) / MINUTES_PER_DAY);
  let day = Math.floor((sweep.next + period.offset) / MINUTES_PER_DAY);
  for (; day <= lastDay; day += 1) {
    if (!isCapped(sweep.offer, day)) sweepDay(sweep, period, day, until);
  }
}

/** A start belongs to the date that its own wall clock shows, also where a clock change repeats part of it. */
function sweepDay(sweep: Sweep, period: Period, day: number, until: number): void {
  const { availability } = sweep.offer;
  const midnight = day * MINUTES_PER_DAY - period.offset;
  const end = Math.min(until, midnight + MINUTES_PER_DAY);
  if (isPlainDay(period, day) && !isOff(availability, midnight, midnight + MINUTES_PER_DAY)) {
    sweepHours(sweep, openOn(availability, day), midnight, midnight, end);
  } else {
    sweepHours(sweep, openInstantsOn(availability, day), 0, midnight, end);
  }
}

/** `hours` are epoch minutes less `base`; the starts tried lie in [midnight, end). */
function sweepHours(
  sweep: Sweep,
  hours: Packed,
  base: number,
  midnight: number,
  end: number,
): void {
  const { durationMinutes, stepMinutes } = sweep.offer.rules;
  for (let at = 0; at < hours.length; at += 2) {
    const earliest = Math.max(sweep.next, midnight, base + hours[at]!);
    const last = Math.min(base + hours[at + 1]! - durationMinutes, end - 1);
    sweepInterval(sweep, firstOnGrid(midnight, stepMinutes, earliest), last);
  }
}

/** Runs of free starts between one busy interval and the next. */
function sweepInterval(sweep: Sweep, first: number, last: number): void {
  if (first > last) return;
  const { busy, rules } = sweep.offer;
  const { starts } = sweep;
  const { stepMinutes, bufferBeforeMinutes } = rules;
  const reach = rules.durationMinutes + rules.bufferAfterMinutes;
  let at = sweep.busyAt;
  let start = first;
  while (start <= last) {
    while (at < busy.length && busy[at + 1]! <= start - bufferBeforeMinutes) at += 2;
    const lastFree = at < busy.length ? Math.min(last, busy[at]! - reach) : last;
    for (; start <= lastFree; start += stepMinutes) starts.push(start);
    if (start <= last) start = firstOnGrid(first, stepMinutes, busy[at + 1]! + bufferBeforeMinutes);
  }
  sweep.busyAt = at;
  sweep.next = last + 1;
}
