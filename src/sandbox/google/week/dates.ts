// The week that a calendar page shows: seven dates from a Monday, on the clocks of one zone.
import { Temporal } from 'temporal-polyfill';
import { atWallTime, wallTimeAt, type Span } from '../times.ts';

export type Week = { timeZone: string; /** Seven, YYYY-MM-DD, from Monday. */ dates: string[] };

/** The week that holds the date; without one that can be read, the week of `now`, on a weekend the coming one. */
export function weekOf(date: unknown, now: Date, timeZone: string): Week {
  const day = Temporal.PlainDate.from(isDay(date) ? date : workdayAt(now, timeZone));
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const dates = Array.from({ length: 7 }, (_, days) => monday.add({ days }).toString());
  return { timeZone, dates };
}

function workdayAt(now: Date, timeZone: string): Temporal.PlainDate {
  const today = Temporal.PlainDate.from(dateAt(now.getTime(), timeZone));
  return today.dayOfWeek < 6 ? today : today.add({ days: 8 - today.dayOfWeek });
}

export function spanOfWeek({ timeZone, dates }: Week): Span {
  const start = atWallTime(`${dates[0]!}T00:00`, timeZone);
  return { start, end: atWallTime(`${addDays(dates[6]!, 1)}T00:00`, timeZone) };
}

export function dateAt(instant: number, timeZone: string): string {
  return wallTimeAt(instant, timeZone).slice(0, 10);
}

/** Minutes since midnight on the zone's clocks. */
export function minuteAt(instant: number, timeZone: string): number {
  const [hours, minutes] = wallTimeAt(instant, timeZone).slice(11).split(':').map(Number);
  return hours! * 60 + minutes!;
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function daysBetween(date: string, later: string): number {
  return Temporal.PlainDate.from(date).until(later).days;
}

export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
