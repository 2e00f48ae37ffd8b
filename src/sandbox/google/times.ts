// Instants, dates and zones. A date is midnight to midnight of the calendar's zone, whenever its days begin.
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, EventTime } from './events/event.ts';

/** Milliseconds since the epoch, from start up to end. */
export type Span = { start: number; end: number };

const withOffset = /(Z|[+-]\d\d:?\d\d)$/i;

const knownZones = new Set<string>();

/** Whether the name is an IANA zone or link; "+02:00" is not. */
export function isTimeZone(name: string): boolean {
  if (!knownZones.has(name) && /^[a-z]/i.test(name) && canFormatIn(name)) knownZones.add(name);
  return knownZones.has(name);
}

function canFormatIn(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function instantOf(time: EventTime, calendarZone: string): number {
  if (time.date === undefined) return Date.parse(time.dateTime!);
  const midnight = Temporal.PlainDate.from(time.date).toZonedDateTime(calendarZone);
  return midnight.epochMilliseconds;
}

export function spanOf({ start, end }: CalendarEvent, calendarZone: string): Span {
  return { start: instantOf(start, calendarZone), end: instantOf(end, calendarZone) };
}

/** An event meets a window when it ends after its start and starts before its end. */
export function isWithin(event: CalendarEvent, calendarZone: string, window: Span): boolean {
  const { start, end } = spanOf(event, calendarZone);
  return end > window.start && start < window.end;
}

/** Wall-clock text → milliseconds since the epoch. A skipped time moves on, a repeated one is its first. */
export function atWallTime(wallTime: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Milliseconds since the epoch → YYYY-MM-DDTHH:MM:SS on the zone's clocks. */
export function wallTimeAt(instant: number, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** RFC 3339 with the zone's offset, as Google writes it. */
export function writtenIn(instant: number, timeZone: string): string {
  const { offset } = zoned(instant, timeZone);
  return wallTimeAt(instant, timeZone) + (offset === '+00:00' ? 'Z' : offset);
}

/** What a client wrote: with an offset, or on the clocks of the zone. Null when it makes no sense. */
export function readDateTime(text: string, timeZone: string): number | null {
  try {
    return withOffset.test(text)
      ? Temporal.Instant.from(text).epochMilliseconds
      : atWallTime(text, timeZone);
  } catch {
    return null;
  }
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function zoned(instant: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}
