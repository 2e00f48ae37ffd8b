// Dates with hours of their own, told as ranges: dates that follow one another and say the same are one range, be it a
// holiday of three weeks or a single afternoon.
import { dateOf, dayOf } from '../availability/dates.ts';
import type { OpenInterval } from '../availability/open-hours.ts';
import { type Override, sameIntervals } from './schedule.ts';

/** Dates inclusive. */
export type DateRange = {
  from: string;
  to: string;
  intervals: readonly OpenInterval[];
  label: string;
};

export const mostDaysOfRange = 366;

/** `overrides` in order. */
export function rangesOf(overrides: readonly Override[]): DateRange[] {
  const ranges: DateRange[] = [];
  for (const { date, intervals, label = '' } of overrides) {
    const last = ranges.at(-1);
    const follows = last && dayOf(last.to) + 1 === dayOf(date) && last.label === label;
    if (follows && sameIntervals(last.intervals, intervals)) last.to = date;
    else ranges.push({ from: date, to: date, intervals, label });
  }
  return ranges;
}

/** Those that are not over: what is past is out of sight. */
export function comingRanges(overrides: readonly Override[], today: string): DateRange[] {
  return rangesOf(overrides).filter(({ to }) => to >= today);
}

export function overridesOf({ from, to, intervals, label }: DateRange): Override[] {
  const first = dayOf(from);
  const count = Math.max(0, Math.min(dayOf(to) - first + 1, mostDaysOfRange));
  return Array.from({ length: count }, (_, index) => ({
    date: dateOf(first + index),
    intervals,
    ...(label !== '' && { label }),
  }));
}

/** What these dates had before gives way. */
export function withRange(overrides: readonly Override[], range: DateRange): Override[] {
  return [...withoutRange(overrides, range), ...overridesOf(range)].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

export function withoutRange(
  overrides: readonly Override[],
  { from, to }: Pick<DateRange, 'from' | 'to'>,
): Override[] {
  return overrides.filter(({ date }) => date < from || date > to);
}
