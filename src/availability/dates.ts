// Calendar dates as integers: days since 1970-01-01, so that tomorrow is plus one.

export const MINUTES_PER_DAY = 1440;

const MILLISECONDS_PER_DAY = 86_400_000;

/** "2026-11-23" → 20780. A RangeError for anything that is not a date. */
export function dayOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
  if (!Number.isInteger(day)) throw new RangeError(`Not a date: ${date}`);
  return day;
}

export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: number): number {
  return ((day + 3) % 7) + 1;
}
