// IANA time zones in whole epoch minutes, from 1970 to 2200. A zone is a row of periods of one offset each; a
// period is looked up in Temporal once per process, when it is first needed, and is integers from then on.
import { Temporal } from 'temporal-polyfill';
import { MINUTES_PER_DAY } from './dates.ts';

/** [start, end) in epoch minutes; wall clock = epoch minute + offset. Until `settled` the wall clock repeats itself. */
export type Period = { start: number; settled: number; end: number; offset: number };

export type TimeZone = { name: string; periods: Period[] };

/** Wall-clock minutes are counted like epoch minutes: from 1970-01-01T00:00 on that wall. */
export type WallMinute = number;

const MILLISECONDS_PER_MINUTE = 60_000;
const END_OF_TIME = Date.UTC(2200, 0) / MILLISECONDS_PER_MINUTE;
const WIDEST_OFFSET = 15 * 60;

const zones = new Map<string, TimeZone>();

/** Whether the name is an IANA zone or link that this machine knows ("+02:00" is not). */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z][\w+/-]*$/i.test(name)) return false;
  if (zones.has(name.toLowerCase())) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Names differ in case only for people: one entry each, so that strangers cannot fill the memory. */
export function timeZoneNamed(name: string): TimeZone {
  const key = name.toLowerCase();
  let zone = zones.get(key);
  if (!zone) {
    if (!isTimeZone(name)) throw new RangeError(`Not a time zone: ${name}`);
    zone = { name, periods: [] };
    zones.set(key, zone);
  }
  return zone;
}

/** The index in `zone.periods` of the period that holds the instant. Indexes change when earlier ones are found. */
export function periodIndex(zone: TimeZone, minute: number): number {
  const { periods } = zone;
  if (!(minute >= 0 && minute < END_OF_TIME)) {
    throw new RangeError(`Time zones are followed from 1970 to 2200, not at minute ${minute}`);
  }
  if (periods.length === 0) periods.push(findPeriod(zone, minute));
  while (minute < periods[0]!.start) periods.unshift(findPeriod(zone, periods[0]!.start - 1));
  while (minute >= periods.at(-1)!.end) periods.push(findPeriod(zone, periods.at(-1)!.end));
  let index = periods.length - 1;
  while (minute < periods[index]!.start) index -= 1;
  return index;
}

export function periodAt(zone: TimeZone, minute: number): Period {
  return zone.periods[periodIndex(zone, minute)]!;
}

export function offsetAt(zone: TimeZone, minute: number): number {
  return periodAt(zone, minute).offset;
}

/** The organiser's or attendee's calendar date at that instant, as a day number. */
export function dayAt(zone: TimeZone, minute: number): number {
  return Math.floor((minute + offsetAt(zone, minute)) / MINUTES_PER_DAY);
}

/** Temporal's `compatible`: a skipped wall time moves on by the skip, a repeated one is its first. */
export function toEpoch(zone: TimeZone, wall: WallMinute): number {
  const index = meetingPeriod(zone, wall);
  const { start, offset } = zone.periods[index]!;
  if (wall - offset >= start) return wall - offset;
  return wall - zone.periods[index - 1]!.offset;
}

/** Whether that date's wall times, 24:00 among them, are in this period and no other. */
export function isPlainDay(period: Period, day: number): boolean {
  const midnight = day * MINUTES_PER_DAY - period.offset;
  return midnight >= period.settled && midnight + MINUTES_PER_DAY < period.end;
}

/** The first instant of that date, or of the next one where a clock change skips all of it. */
export function startOfDay(zone: TimeZone, day: number): number {
  const wall = day * MINUTES_PER_DAY;
  const { start, offset } = zone.periods[meetingPeriod(zone, wall)]!;
  return Math.max(start, wall - offset);
}

/** The first period that ends after that wall time: the wall time is in it, or skipped on its threshold. */
function meetingPeriod(zone: TimeZone, wall: WallMinute): number {
  let index = periodIndex(zone, Math.max(0, wall - WIDEST_OFFSET));
  while (wall - zone.periods[index]!.offset >= zone.periods[index]!.end) {
    index = periodIndex(zone, zone.periods[index]!.end);
  }
  return index;
}

function findPeriod(zone: TimeZone, minute: number): Period {
  const instant = Temporal.Instant.fromEpochMilliseconds(minute * MILLISECONDS_PER_MINUTE);
  const within = instant.toZonedDateTimeISO(zone.name);
  const change = within.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const next = within.getTimeZoneTransition('next');
  const start = change ? Math.max(0, minuteOf(change)) : 0;
  return {
    start,
    settled: start + (change ? repeatedMinutes(change) : 0),
    end: next ? Math.min(minuteOf(next), END_OF_TIME) : END_OF_TIME,
    offset: offsetOf(within),
  };
}

function repeatedMinutes(change: Temporal.ZonedDateTime): number {
  const before = change.subtract({ nanoseconds: 1 });
  return Math.max(0, (before.offsetNanoseconds - change.offsetNanoseconds) / 60e9);
}

function minuteOf(moment: Temporal.ZonedDateTime): number {
  return Math.ceil(moment.epochMilliseconds / MILLISECONDS_PER_MINUTE);
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  const offset = moment.offsetNanoseconds / 60e9;
  if (!Number.isInteger(offset)) throw new RangeError(`Offset below a minute: ${moment.offset}`);
  return offset;
}
