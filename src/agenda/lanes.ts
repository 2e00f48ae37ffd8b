// Where the entries of one day stand in a picture of it: from which minute of the wall clock to which, and beside whom.
import { MINUTES_PER_DAY } from '../availability/dates.ts';
import { offsetAt, startOfDay, type TimeZone } from '../availability/time-zone.ts';

/** Epoch minutes, half-open. */
export type Span = { start: number; end: number };

export function spanOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Span {
  return { start: startsAt.getTime() / 60_000, end: endsAt.getTime() / 60_000 };
}

/** Minutes since midnight; which of how many lanes, from 0. */
export type Placed<Entry> = {
  entry: Entry;
  from: number;
  to: number;
  lane: number;
  lanes: number;
};

/** Short ones are drawn as if they took this long, so that their words find room. */
const leastMinutes = 15;

/** Those that touch the day, in order; entries that share time stand side by side. */
export function placeOn<Entry extends Span>(
  zone: TimeZone,
  day: number,
  entries: readonly Entry[],
): Placed<Entry>[] {
  const [start, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
  const placed = entries
    .filter((entry) => entry.start < end && start < entry.end)
    .map((entry) => placeAlone(zone, day, entry))
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  return groupsOf(placed).flatMap(inLanes);
}

/** Where a clock change turns the end before the start, the least length holds. */
function placeAlone<Entry extends Span>(zone: TimeZone, day: number, entry: Entry): Placed<Entry> {
  const from = Math.min(wallMinute(zone, day, entry.start), MINUTES_PER_DAY - leastMinutes);
  const to = Math.max(wallMinute(zone, day, entry.end), from + leastMinutes);
  return { entry, from, to, lane: 0, lanes: 1 };
}

function wallMinute(zone: TimeZone, day: number, minute: number): number {
  const wall = minute + offsetAt(zone, minute) - day * MINUTES_PER_DAY;
  return Math.min(Math.max(wall, 0), MINUTES_PER_DAY);
}

/** Entries that overlap, by themselves or over others in between. */
function groupsOf<Entry>(placed: readonly Placed<Entry>[]): Placed<Entry>[][] {
  const groups: Placed<Entry>[][] = [];
  let end = -1;
  for (const each of placed) {
    if (each.from >= end) groups.push([]);
    groups.at(-1)!.push(each);
    end = Math.max(end, each.to);
  }
  return groups;
}

/** Each in the first lane that is free by then. */
function inLanes<Entry>(group: readonly Placed<Entry>[]): Placed<Entry>[] {
  const ends: number[] = [];
  const lanes = group.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
  return group.map(({ entry, from, to }, index) => {
    return { entry, from, to, lane: lanes[index]!, lanes: ends.length };
  });
}
