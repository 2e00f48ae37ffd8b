// When a recurring event happens: RRULE, RDATE and EXDATE on the clocks of its own zone, so that nine o'clock stays
// nine o'clock across a clock change. A mark is an occurrence's start: an instant, or the UTC midnight of a date.
import ICAL from 'ical.js';
import { atWallTime, wallTimeAt, type Span } from '../times.ts';
import type { CalendarEvent, EventTime } from './event.ts';

type Line = { name: string; zone: string | undefined; value: string };

const mostOccurrences = 5000;
const dayMs = 24 * 60 * 60_000;

/** Marks from the one up to the other, in order. */
export function marksOf(event: CalendarEvent, calendarZone: string, range: Span): number[] {
  const lines = (event.recurrence ?? []).map(readLine);
  const zone = event.start.timeZone ?? calendarZone;
  const rules = lines.filter(({ name }) => name === 'RRULE');
  const ruled = rules.flatMap(({ value }) => ruledMarks(value, event.start, zone, range));
  const dated = (name: string) =>
    lines.filter((line) => line.name === name).flatMap((line) => listed(line, zone));
  const excluded = new Set(dated('EXDATE'));
  const first = rules.length > 0 ? [] : [markOf(event.start)];
  return [...new Set([...first, ...ruled, ...dated('RDATE')])]
    .filter((mark) => mark >= range.start && mark < range.end && !excluded.has(mark))
    .sort((a, b) => a - b);
}

export function markOf({ date, dateTime }: EventTime): number {
  return Date.parse(date ?? dateTime!);
}

/** The start and end of the occurrence at a mark. */
export function timesAt({ start, end }: CalendarEvent, mark: number) {
  const length = markOf(end) - markOf(start);
  return { start: timeAt(start, mark), end: timeAt(end, mark + length) };
}

function timeAt(model: EventTime, mark: number): EventTime {
  const instant = new Date(mark).toISOString();
  return model.date === undefined
    ? { ...model, dateTime: instant }
    : { ...model, date: instant.slice(0, 10) };
}

/** Whether every line can be read. */
export function isRecurrence(lines: readonly string[]): boolean {
  try {
    return lines.map(readLine).every(({ name, value }) => {
      if (name === 'RRULE' || name === 'EXRULE') ICAL.Recur.fromString(value);
      return ['RRULE', 'EXRULE', 'RDATE', 'EXDATE'].includes(name);
    });
  } catch {
    return false;
  }
}

function readLine(line: string): Line {
  const colon = line.indexOf(':');
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  const zone = parameters.find((parameter) => parameter.startsWith('TZID='))?.slice(5);
  return { name: name.toUpperCase(), zone, value: line.slice(colon + 1) };
}

function listed({ value, zone }: Line, eventZone: string): number[] {
  return value.split(',').map((text) => {
    const time = unpacked(text.trim());
    const isFloating = time.includes('T') && !time.endsWith('Z');
    return isFloating ? atWallTime(time, zone ?? eventZone) : Date.parse(time);
  });
}

/** 20270308 → 2027-03-08, 20270308T080000Z → 2027-03-08T08:00:00Z. */
export function unpacked(stamp: string): string {
  return stamp.replace(/^(....)(..)(..)/, '$1-$2-$3').replace(/T(..)(..)(..)/, 'T$1:$2:$3');
}

function ruledMarks(rule: string, start: EventTime, zone: string, range: Span): number[] {
  const isAllDay = start.date !== undefined;
  const recur = ICAL.Recur.fromString(rule);
  if (recur.until) recur.until = untilOnTheClock(recur.until, isAllDay, zone);
  const first = isAllDay
    ? ICAL.Time.fromDateString(start.date!)
    : ICAL.Time.fromDateTimeString(wallTimeAt(markOf(start), zone));
  const iterator = recur.iterator(first);
  const marks: number[] = [];
  for (let count = 0; count < mostOccurrences; count += 1) {
    const next = iterator.next();
    // Clocks and UTC are never a day apart: what is farther off needs no conversion, which is slow.
    const nearly = next ? next.toUnixTime() * 1000 : Number.POSITIVE_INFINITY;
    if (!next || nearly >= range.end + dayMs) break;
    if (nearly < range.start - dayMs) continue;
    marks.push(isAllDay ? Date.parse(next.toString()) : atWallTime(next.toString(), zone));
  }
  return marks;
}

/** UNTIL is written in UTC; the rule runs on the zone's clocks. A date includes its whole day. */
function untilOnTheClock(until: ICAL.Time, isAllDay: boolean, zone: string): ICAL.Time {
  const text = until.toString();
  if (isAllDay) return ICAL.Time.fromDateString(text.slice(0, 10));
  if (until.isDate) return ICAL.Time.fromDateTimeString(`${text}T23:59:59`);
  const isUtc = text.endsWith('Z');
  return ICAL.Time.fromDateTimeString(isUtc ? wallTimeAt(Date.parse(text), zone) : text);
}
