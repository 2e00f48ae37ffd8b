// The slots that hours would give beside those that they give now: the coming days that have any, and every later day on
// which something changes.
import { dayAt, type TimeZone } from '../availability/time-zone.ts';

export type PreviewStart = {
  /** Epoch minutes. */
  start: number;
  is: 'same' | 'new' | 'gone';
};

export type PreviewDay = { day: number; starts: readonly PreviewStart[] };

export type Preview = {
  days: readonly PreviewDay[];
  /** How many more days change that are not shown. */
  moreChanged: number;
};

const nextShown = 7;
const changedShown = 14;

/** Starts in epoch minutes, sorted; days by the wall clock of that zone. */
export function previewOf(
  now: readonly number[],
  then: readonly number[],
  timeZone: TimeZone,
): Preview {
  const days = daysOf(compare(now, then), timeZone);
  const next = days.slice(0, nextShown);
  const changed = days.slice(nextShown).filter(isChanged);
  return {
    days: [...next, ...changed.slice(0, changedShown)],
    moreChanged: Math.max(0, changed.length - changedShown),
  };
}

export function isChanged({ starts }: PreviewDay): boolean {
  return starts.some(({ is }) => is !== 'same');
}

/** What is offered with the change. */
export function offeredOn({ starts }: PreviewDay): number[] {
  return starts.filter(({ is }) => is !== 'gone').map(({ start }) => start);
}

export function countOf({ starts }: PreviewDay, is: PreviewStart['is']): number {
  return starts.filter((each) => each.is === is).length;
}

/** Starts that follow one another as [first, end of the last]. */
export function runsOf(
  starts: readonly number[],
  { stepMinutes, durationMinutes }: { stepMinutes: number; durationMinutes: number },
): [number, number][] {
  const runs: [number, number][] = [];
  for (const start of starts) {
    const last = runs.at(-1);
    const reach = Math.max(stepMinutes - durationMinutes, 0);
    if (last && start <= last[1] + reach) last[1] = start + durationMinutes;
    else runs.push([start, start + durationMinutes]);
  }
  return runs;
}

function compare(now: readonly number[], then: readonly number[]): PreviewStart[] {
  const before = new Set(now);
  const after = new Set(then);
  return [...new Set([...now, ...then])]
    .sort((a, b) => a - b)
    .map((start) => ({
      start,
      is: !after.has(start) ? 'gone' : before.has(start) ? 'same' : 'new',
    }));
}

function daysOf(starts: readonly PreviewStart[], timeZone: TimeZone): PreviewDay[] {
  const days = new Map<number, PreviewStart[]>();
  for (const each of starts) {
    const day = dayAt(timeZone, each.start);
    const row = days.get(day);
    if (row) row.push(each);
    else days.set(day, [each]);
  }
  return [...days].map(([day, row]) => ({ day, starts: row }));
}
