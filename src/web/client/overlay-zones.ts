// The clocks of a calendar file: a zone's wall clock to the instant, and back. Wall clocks are milliseconds counted as
// if they were UTC. Nothing here touches the page.
import ICAL from 'ical.js';

export type Zone = {
  /** A time that a clock change skips moves on, one that it repeats is its first. */
  instantOf(wall: number): number;
  wallOf(instant: number): number;
};

export type Zones = {
  /** Of times that name no zone, and of days: the calendar's, or this machine's. */
  own: Zone;
  utc: Zone;
  /** Null where neither this machine nor the file knows the zone. */
  find(name: string): Zone | null;
};

const dayMs = 86_400_000;
const quarterMs = 900_000;

const utc: Zone = { instantOf: (wall) => wall, wallOf: (instant) => instant };

export function zonesOf(calendar: ICAL.Component, ownZone: string): Zones {
  const written = new Map(
    calendar.getAllSubcomponents('vtimezone').map((zone) => [textOf(zone, 'tzid'), zone] as const),
  );
  const known = new Map<string, Zone | null>();
  const find = (name: string): Zone | null => {
    if (!known.has(name)) known.set(name, namedZone(name) ?? writtenZone(written.get(name)));
    return known.get(name)!;
  };
  return { own: find(textOf(calendar, 'x-wr-timezone')) ?? find(ownZone) ?? utc, utc, find };
}

/** An IANA name, also at the end of a longer one such as "/example.org/2026/Europe/Berlin". */
function namedZone(name: string): Zone | null {
  const parts = name.split('/').filter((part) => part !== '');
  const ends = [parts, parts.slice(-3), parts.slice(-2)].map((end) => end.join('/'));
  const format = ends.map(formatIn).find((found) => found !== null);
  return format ? steadyZone(keptOffsets((instant) => wallIn(format, instant) - instant)) : null;
}

/** Clocks change on a quarter of an hour, if at all: asking the machine is slow. */
function keptOffsets(offsetAt: (instant: number) => number): (instant: number) => number {
  const kept = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / quarterMs);
    const offset = kept.get(quarter) ?? offsetAt(quarter * quarterMs);
    kept.set(quarter, offset);
    return offset;
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  const numeric = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...date,
      ...numeric,
      hourCycle: 'h23',
      timeZone: timeZone || 'nowhere',
    });
  } catch {
    return null; // the only way to ask for a zone
  }
}

function wallIn(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year!, month! - 1, day, hour, minute, second);
}

/** By the offsets of the day before and the day after: a zone does not change its clocks twice in so short a time. */
function steadyZone(offsetAt: (instant: number) => number): Zone {
  return {
    wallOf: (instant) => instant + offsetAt(instant),
    instantOf: (wall) => {
      const before = wall - offsetAt(wall - dayMs);
      const after = wall - offsetAt(wall + dayMs);
      const isSkipped = after + offsetAt(after) !== wall;
      return before + offsetAt(before) === wall || isSkipped ? before : after;
    },
  };
}

/** By the rules that the file itself brings, as Outlook names its zones. */
function writtenZone(component: ICAL.Component | undefined): Zone | null {
  if (!component) return null;
  const zone = new ICAL.Timezone({ component, tzid: textOf(component, 'tzid') });
  const offsetOnWall = (wall: number) => zone.utcOffset(timeAt(wall)) * 1000;
  // in a skipped or repeated hour the library has the new offset already: asked for the hour before, it has the old one
  const changeAt = (wall: number) =>
    Math.abs(offsetOnWall(wall - dayMs) - offsetOnWall(wall + dayMs));
  return {
    instantOf: (wall) => wall - offsetOnWall(wall - changeAt(wall)),
    wallOf: (instant) => instant + offsetOnWall(instant + offsetOnWall(instant)),
  };
}

/** The wall clock as the library has it, in no zone. */
export function timeAt(wall: number, isDate = false): ICAL.Time {
  const time = ICAL.Time.fromJSDate(new Date(wall), true);
  time.zone = ICAL.Timezone.localTimezone;
  time.isDate = isDate;
  return time;
}

export function wallOfTime(time: ICAL.Time): number {
  const { year, month, day, hour, minute, second } = time;
  return time.isDate
    ? Date.UTC(year, month - 1, day)
    : Date.UTC(year, month - 1, day, hour, minute, second);
}

export function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim() : '';
}
