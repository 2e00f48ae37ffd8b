// A named set of hours: a week, and dates on which others hold. One of an organiser's schedules is the default; an event
// type that chooses none goes by that one.
import type { Availability, OpenInterval } from '../availability/open-hours.ts';
import { say } from '../languages/say.ts';

/** `label` says why, for the organiser alone: "Summer holiday". */
export type Override = {
  date: string;
  intervals: readonly OpenInterval[];
  label?: string | undefined;
};

export type Hours = { weekly: Availability['weekly']; overrides: readonly Override[] };

export type Schedule = Hours & {
  id: string;
  /** Empty: the first one, not named yet. */
  name: string;
  isDefault: boolean;
  /** Rises with every change of its hours. */
  revision: number;
};

/** An event type that goes by a schedule, chosen or as the default. */
export type ScheduleUser = { id: string; slug: string; title: string };

export function scheduleName({ name }: Pick<Schedule, 'name'>): string {
  return name === '' ? say('Working hours') : name;
}

/** By day and time, as the week and the dates follow one another. */
export function inOrder<Given extends Hours>(hours: Given): Given {
  return {
    ...hours,
    weekly: hours.weekly.toSorted((a, b) => a.weekday - b.weekday || compare(a.opens, b.opens)),
    overrides: hours.overrides.toSorted((a, b) => compare(a.date, b.date)),
  };
}

/** Whoever replaces the hours without knowing of labels keeps those of the dates that stay as they were. */
export function withLabelsOf(before: readonly Override[], after: readonly Override[]): Override[] {
  const known = new Map(before.map((override) => [override.date, override]));
  return after.map((override) => {
    const old = known.get(override.date);
    const isSame = old?.label !== undefined && sameIntervals(old.intervals, override.intervals);
    return isSame && override.label === undefined ? { ...override, label: old.label! } : override;
  });
}

export function sameIntervals(a: readonly OpenInterval[], b: readonly OpenInterval[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ opens, closes }, index) => opens === b[index]!.opens && closes === b[index]!.closes)
  );
}

export function sameHours(a: Hours, b: Hours): boolean {
  return textOf(a) === textOf(b);
}

function textOf(hours: Hours): string {
  const { weekly, overrides } = inOrder(hours);
  return JSON.stringify([
    weekly.map(({ weekday, opens, closes }) => [weekday, opens, closes]),
    overrides.map(({ date, intervals, label = '' }) => [
      date,
      label,
      intervals.map(({ opens, closes }) => [opens, closes]),
    ]),
  ]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
