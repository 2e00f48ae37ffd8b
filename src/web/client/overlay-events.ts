// When an event of a calendar file happens: once, or by its rules on the clocks of its own zone, so that nine o'clock
// stays nine o'clock across a clock change. Nothing here touches the page.
import ICAL from 'ical.js';
import { textOf, timeAt, wallOfTime, type Zone, type Zones } from './overlay-zones.ts';

/** A time as the file has it: on the wall of its zone, in milliseconds counted as if they were UTC. */
export type Moment = { wall: number; zone: Zone; isDate: boolean };

/** Milliseconds since the epoch. */
export type Occurrence = { start: number; end: number };

const dayMs = 86_400_000;
const mostSteps = 50_000;

/** Throws a RangeError for what cannot be read: a time that is none, a zone that nobody knows, a rule without measure. */
export function momentsOf(component: ICAL.Component, name: string, zones: Zones): Moment[] {
  return component
    .getAllProperties(name)
    .flatMap((property) =>
      property.getValues().map((value: unknown) => momentOf(value, property, zones)),
    );
}

function momentOf(value: unknown, property: ICAL.Property, zones: Zones): Moment {
  const time = value instanceof ICAL.Period ? value.start : value;
  if (!(time instanceof ICAL.Time)) throw new RangeError('not a time');
  const wall = wallOfTime(time);
  if (Number.isNaN(wall)) throw new RangeError('not a time');
  return { wall, zone: zoneOf(time, property, zones), isDate: time.isDate };
}

function zoneOf(time: ICAL.Time, property: ICAL.Property, zones: Zones): Zone {
  const name: unknown = property.getParameter('tzid');
  if (time.isDate) return zones.own;
  if (time.zone === ICAL.Timezone.utcTimezone) return zones.utc;
  if (typeof name !== 'string') return zones.own;
  const zone = zones.find(name);
  if (!zone) throw new RangeError('a zone that nobody knows');
  return zone;
}

export function instantOf({ wall, zone }: Moment): number {
  return zone.instantOf(wall);
}

/** All that meet [from, until), without those that are replaced. In milliseconds since the epoch. */
export function occurrencesOf(
  event: ICAL.Component,
  zones: Zones,
  { from, until, replaced }: { from: number; until: number; replaced: ReadonlySet<number> },
): Occurrence[] {
  const [start] = momentsOf(event, 'dtstart', zones);
  if (!start) throw new RangeError('no start');
  const [end] = momentsOf(event, 'dtend', zones);
  const walls = wallsNear(event, zones, { start, end, from, until });
  if (walls.length === 0) return []; // most of a long history, at little cost
  const endAt = endingOf(event, start, end);
  const isLeftOut = exceptionsOf(event, start, zones);
  return walls
    .filter((wall) => !isLeftOut(wall))
    .map((wall) => ({ start: start.zone.instantOf(wall), end: endAt(wall) }))
    .filter((one) => one.start < until && one.end > from && !replaced.has(one.start));
}

type Range = { from: number; until: number };

/** Starts that may matter, each once: clocks and UTC are never a day apart, and what began before may reach in. */
function wallsNear(
  event: ICAL.Component,
  zones: Zones,
  { start, end, from, until }: Range & { start: Moment; end: Moment | undefined },
): number[] {
  const duration = durationOf(event)?.toSeconds() ?? 0;
  const length = end ? end.wall - start.wall : duration * 1000;
  const near = { from: from - length - 3 * dayMs, until: until + 2 * dayMs };
  const walls = [start.wall, ...ruledWalls(event, start, near), ...addedWalls(event, start, zones)];
  return [...new Set(walls)].filter((wall) => wall > near.from && wall < near.until);
}

/** The end of the occurrence at a wall time. Days count by the clock, hours by their length. */
function endingOf(
  event: ICAL.Component,
  start: Moment,
  end: Moment | undefined,
): (wall: number) => number {
  const { zone } = start;
  if (end && start.isDate) return (wall) => zone.instantOf(wall + end.wall - start.wall);
  const length = end ? instantOf(end) - instantOf(start) : 0;
  if (end) return (wall) => zone.instantOf(wall) + length;
  const duration = durationOf(event);
  if (duration) return (wall) => endAfter(duration, zone, wall);
  return (wall) => zone.instantOf(start.isDate ? wall + dayMs : wall);
}

function durationOf(event: ICAL.Component): ICAL.Duration | null {
  const duration: unknown = event.getFirstPropertyValue('duration');
  return duration instanceof ICAL.Duration ? duration : null;
}

function endAfter(duration: ICAL.Duration, zone: Zone, wall: number): number {
  const { weeks, days, hours, minutes, seconds } = duration;
  const exactMs = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return zone.instantOf(wall + (weeks * 7 + days) * dayMs) + exactMs;
}

/** Whether EXDATE names the occurrence: by its instant, or by its day. */
function exceptionsOf(
  event: ICAL.Component,
  { zone }: Moment,
  zones: Zones,
): (wall: number) => boolean {
  const exceptions = momentsOf(event, 'exdate', zones);
  const days = new Set(exceptions.filter(({ isDate }) => isDate).map(({ wall }) => wall));
  const instants = new Set(exceptions.filter(({ isDate }) => !isDate).map(instantOf));
  return (wall) => days.has(wall - (wall % dayMs)) || instants.has(zone.instantOf(wall));
}

function addedWalls(event: ICAL.Component, { zone }: Moment, zones: Zones): number[] {
  return momentsOf(event, 'rdate', zones).map((added) =>
    added.isDate ? added.wall : zone.wallOf(instantOf(added)),
  );
}

function ruledWalls(event: ICAL.Component, start: Moment, near: Range): number[] {
  return event.getAllProperties('rrule').flatMap((property) => {
    const rule: unknown = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) throw new RangeError('not a rule');
    if (rule.until) rule.until = untilOnTheWall(rule.until, start);
    return walkRule(rule, start, near);
  });
}

function walkRule(rule: ICAL.Recur, { wall, isDate }: Moment, near: Range): number[] {
  const iterator = rule.iterator(timeAt(wall, isDate));
  const walls: number[] = [];
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const next = iterator.next() as ICAL.Time | null;
    const at = next ? wallOfTime(next) : Infinity;
    if (at >= near.until) return walls;
    if (at > near.from) walls.push(at);
  }
  throw new RangeError('a rule without measure');
}

/** UNTIL is written in UTC; the rule runs on the zone's clocks. A date includes its whole day. */
function untilOnTheWall(until: ICAL.Time, { zone, isDate }: Moment): ICAL.Time {
  const wall = wallOfTime(until);
  const isUtc = until.zone === ICAL.Timezone.utcTimezone;
  if (isDate) return timeAt(wall - (wall % dayMs), true);
  if (until.isDate) return timeAt(wall + dayMs - 1000);
  return timeAt(isUtc ? zone.wallOf(wall) : wall);
}

/** Whether it keeps its owner busy: a tentative event does. */
export function countsAsBusy(event: ICAL.Component): boolean {
  const says = (name: string, value: string) => textOf(event, name).toUpperCase() === value;
  return !(
    says('status', 'CANCELLED') ||
    says('transp', 'TRANSPARENT') ||
    says('x-microsoft-cdo-busystatus', 'FREE')
  );
}
