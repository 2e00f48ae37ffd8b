// IANA time zones in whole epoch minutes, from 1970 on. A zone is a row of periods of one offset each; a
// period is looked up in Temporal once per process, when it is first needed, and is integers from then on.
import { Temporal } from 'temporal-polyfill';
import { MINUTES_PER_DAY } from './dates.ts';

/** [start, end) in epoch minutes; wall clock = epoch minute + offset. */
export type Period = { start: number; end: number; offset: number };

export type TimeZone = { name: string; periods: Period[] };

/** Wall-clock minutes are counted like epoch minutes: from 1970-01-01T00:00 on that wall. */
export type WallMinute = number;

const MILLISECONDS_PER_MINUTE = 60_000;
const END_OF_TIME = 2 ** 31 - 1;
const WIDEST_OFFSET = 15 * 60;
const LONGEST_REPEAT = 26 * 60;

const zones = new Map<string, TimeZone>();

/** Whether the name is an IANA zone or link that this machine knows ("+02:00" is not). */
export function isTimeZone(name: string): boolean {
  if (zones.has(name.toLowerCase())) return true;
  if (!/^[a-z]/i.test(name)) return false;
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

/** Whether the period alone settles that date's wall times: it neither starts nor ends near them. */
export function isPlainDay(period: Period, day: number): boolean {
  const midnight = day * MINUTES_PER_DAY - period.offset;
  return midnight >= period.start + LONGEST_REPEAT && midnight + MINUTES_PER_DAY < period.end;
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
  if (minute < 0) throw new RangeError('Time zones are followed from 1970 on');
  const instant = Temporal.Instant.fromEpochMilliseconds(minute * MILLISECONDS_PER_MINUTE);
  const within = instant.toZonedDateTimeISO(zone.name);
  const start = within.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const end = within.getTimeZoneTransition('next');
  return {
    start: start ? Math.max(0, minuteOf(start)) : 0,
    end: end ? minuteOf(end) : END_OF_TIME,
    offset: offsetOf(within),
  };
}

function minuteOf(moment: Temporal.ZonedDateTime): number {
  return Math.ceil(moment.epochMilliseconds / MILLISECONDS_PER_MINUTE);
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  const offset = moment.offsetNanoseconds / 60e9;
  if (!Number.isInteger(offset)) throw new RangeError(`Offset below a minute: ${moment.offset}`);
  return offset;
}
