// Slots as JSON text in the viewer's zone: [{"start":"2026-11-23T09:00:00+01:00","end":"2026-11-23T09:15:00+01:00"}].
// Built from ready pieces, one date and two times a slot: this text is most of the work of answering GET slots.
import { dateOf, MINUTES_PER_DAY } from './dates.ts';
import { type Period, periodAt, type TimeZone, timeZoneNamed } from './time-zone.ts';

/** For each minute of a day what follows the date: in a slot's start up to its end's date, in its end up to the comma. */
type Pieces = { starts: readonly string[]; ends: readonly string[] };

/** A day, or what a clock change leaves of it: within it, minutes since midnight are epoch minutes less `midnight`. */
type DayPart = { midnight: number; end: number; date: string; pieces: Pieces };

const MINUTES = Array.from({ length: MINUTES_PER_DAY }, (_, minute) => minute);

/** By offset: the world has a few dozen. */
const piecesByOffset = new Map<number, Pieces>();

/** `starts` sorted, in epoch minutes. */
export function slotsJson(
  starts: readonly number[],
  durationMinutes: number,
  timeZone: string,
): string {
  const zone = timeZoneNamed(timeZone);
  let part: DayPart = { midnight: 0, end: 0, date: '', pieces: { starts: [], ends: [] } };
  let text = '';
  for (const start of starts) {
    const end = start + durationMinutes;
    if (start >= part.end) part = dayPartAt(zone, start);
    const { midnight, date, pieces } = part;
    const ending = end < part.end ? pieces.ends[end - midnight]! : null;
    text += `{"start":"${date}${pieces.starts[start - midnight]!}`;
    text += ending === null ? endingElsewhere(zone, end) : date + ending;
  }
  return `[${text.slice(0, -1)}]`;
}

/** RFC 3339 with the zone's offset: "2026-11-23T09:00:00+01:00". */
export function formatInstant(minute: number, timeZone: string): string {
  const zone = timeZoneNamed(timeZone);
  const { midnight, date } = dayPartAt(zone, minute);
  return date + timeText(minute - midnight) + offsetText(periodAt(zone, minute).offset);
}

function endingElsewhere(zone: TimeZone, end: number): string {
  const { midnight, date, pieces } = dayPartAt(zone, end);
  return date + pieces.ends[end - midnight]!;
}

function dayPartAt(zone: TimeZone, minute: number): DayPart {
  const { offset, end }: Period = periodAt(zone, minute);
  const day = Math.floor((minute + offset) / MINUTES_PER_DAY);
  const midnight = day * MINUTES_PER_DAY - offset;
  return {
    midnight,
    end: Math.min(end, midnight + MINUTES_PER_DAY),
    date: dateOf(day),
    pieces: piecesOf(offset),
  };
}

function piecesOf(offset: number): Pieces {
  let pieces = piecesByOffset.get(offset);
  if (!pieces) {
    const times = MINUTES.map((minute) => timeText(minute) + offsetText(offset));
    pieces = {
      starts: times.map((time) => `${time}","end":"`),
      ends: times.map((time) => `${time}"},`),
    };
    piecesByOffset.set(offset, pieces);
  }
  return pieces;
}

function timeText(minute: number): string {
  return `T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00`;
}

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
