// Slots as JSON text in the viewer's zone: [{"start":"2026-11-23T09:00:00+01:00","end":"2026-11-23T09:15:00+01:00"}].
// Built from ready pieces, one date and two times a slot: this text is most of the work of answering GET slots.
import { dateOf, MINUTES_PER_DAY, TWO_DIGITS } from './dates.ts';
import { periodAt, type TimeZone, timeZoneNamed } from './time-zone.ts';

/** What follows the date, for each minute of a day: "T09:00:00+01:00", and the same up to the next slot. */
type Times = { starts: readonly string[]; ends: readonly string[] };

/** A day, or what a clock change leaves of it: within it, minutes since midnight are epoch minutes less `midnight`. */
type DayPart = { midnight: number; end: number; opening: string; middle: string; times: Times };

const MINUTES = Array.from({ length: MINUTES_PER_DAY }, (_, minute) => minute);

/** By offset: the world has a few dozen. */
const timesByOffset = new Map<number, Times>();

/** `starts` sorted, in epoch minutes. */
export function slotsJson(
  starts: readonly number[],
  durationMinutes: number,
  timeZone: string,
): string {
  const zone = timeZoneNamed(timeZone);
  let part = dayPartAt(zone, starts[0] ?? 0);
  let text = '';
  for (const start of starts) {
    if (start >= part.end) part = dayPartAt(zone, start);
    const end = start + durationMinutes;
    const ending = end < part.end ? part : dayPartAt(zone, end);
    text += part.opening + part.times.starts[start - part.midnight]!;
    text += ending.middle + ending.times.ends[end - ending.midnight]!;
  }
  return `[${text.slice(0, -1)}]`;
}

/** RFC 3339 with the zone's offset: "2026-11-23T09:00:00+01:00". */
export function formatInstant(minute: number, timeZone: string): string {
  const { offset } = periodAt(timeZoneNamed(timeZone), minute);
  const day = Math.floor((minute + offset) / MINUTES_PER_DAY);
  return dateOf(day) + timeText(minute + offset - day * MINUTES_PER_DAY, offset);
}

function dayPartAt(zone: TimeZone, minute: number): DayPart {
  const { offset, end } = periodAt(zone, minute);
  const day = Math.floor((minute + offset) / MINUTES_PER_DAY);
  const midnight = day * MINUTES_PER_DAY - offset;
  const date = dateOf(day);
  return {
    midnight,
    end: Math.min(end, midnight + MINUTES_PER_DAY),
    opening: `{"start":"${date}`,
    middle: `","end":"${date}`,
    times: timesOf(offset),
  };
}

function timesOf(offset: number): Times {
  let times = timesByOffset.get(offset);
  if (!times) {
    const starts = MINUTES.map((minute) => timeText(minute, offset));
    times = { starts, ends: starts.map((time) => [time, '"},'].join('')) };
    timesByOffset.set(offset, times);
  }
  return times;
}

/** Joined, because V8 keeps the result of `+` as a tree of its parts, to be put together at every use. */
function timeText(minute: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  return ['T', clockText(minute), ':00', sign, clockText(Math.abs(offset))].join('');
}

function clockText(minutes: number): string {
  return `${TWO_DIGITS[Math.floor(minutes / 60)]!}:${TWO_DIGITS[minutes % 60]!}`;
}
