// Where events stand in the week's grid: bars in the row of whole days, blocks side by side where they overlap.
import { addDays, dateAt, daysBetween, minuteAt, type Week } from './dates.ts';
import type { SeenEvent } from './events.ts';

/** `day` and `days` count columns, `row` is the line within the all-day row. */
export type Bar = { seen: SeenEvent; day: number; days: number; row: number };

/** A piece of an event within one day, in minutes since midnight. */
export type Block = {
  seen: SeenEvent;
  date: string;
  from: number;
  until: number;
  lane: number;
  lanes: number;
};

const dayMinutes = 24 * 60;
/** Shorter ones are drawn so high, to be legible. */
const leastMinutes = 25;

export function barsOf(events: SeenEvent[], week: Week): Bar[] {
  const rowEnds: number[] = [];
  return events.filter(isBar).map((seen) => {
    const [first, last] = daysOf(seen, week);
    const day = Math.max(0, first);
    const end = Math.min(6, last) + 1;
    const free = rowEnds.findIndex((rowEnd) => rowEnd <= day);
    const row = free === -1 ? rowEnds.length : free;
    rowEnds[row] = end;
    return { seen, day, days: end - day, row };
  });
}

export function blocksOf(events: SeenEvent[], week: Week, date: string): Block[] {
  const pieces = events
    .filter((seen) => !isBar(seen))
    .map((seen) => pieceOf(seen, week, date))
    .filter((piece) => piece !== null)
    .sort((one, other) => one.from - other.from || other.until - one.until);
  return clustersOf(pieces).flatMap(inLanes);
}

/** As Google has it: what lasts a day or longer stands above the hours. */
function isBar({ isAllDay, start, end }: SeenEvent): boolean {
  return isAllDay || end - start >= dayMinutes * 60_000;
}

/** The first and the last day, counted from the week's Monday. */
function daysOf({ event, isAllDay, start, end }: SeenEvent, { dates, timeZone }: Week) {
  const first = isAllDay ? event.start.date! : dateAt(start, timeZone);
  const last = isAllDay ? addDays(event.end.date!, -1) : dateAt(end - 1, timeZone);
  return [daysBetween(dates[0]!, first), daysBetween(dates[0]!, last)] as const;
}

type Piece = Pick<Block, 'seen' | 'date' | 'from' | 'until'>;

function pieceOf(seen: SeenEvent, { timeZone }: Week, date: string): Piece | null {
  const first = dateAt(seen.start, timeZone);
  const last = dateAt(Math.max(seen.start, seen.end - 1), timeZone);
  if (date < first || date > last) return null;
  const from = date === first ? minuteAt(seen.start, timeZone) : 0;
  const until = date === dateAt(seen.end, timeZone) ? minuteAt(seen.end, timeZone) : dayMinutes;
  // an hour that the clocks repeat would end before it begins
  return { seen, date, from, until: Math.max(until, from) };
}

/** Groups of pieces that touch each other, directly or through others. */
function clustersOf(pieces: Piece[]): Piece[][] {
  const clusters: Piece[][] = [];
  let end = -1;
  for (const piece of pieces) {
    if (piece.from >= end) clusters.push([]);
    clusters.at(-1)!.push(piece);
    end = Math.max(piece.from >= end ? -1 : end, drawnEnd(piece));
  }
  return clusters;
}

function inLanes(cluster: Piece[]): Block[] {
  const laneEnds: number[] = [];
  const placed = cluster.map((piece) => {
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= piece.from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = drawnEnd(piece);
    return { ...piece, lane, lanes: 1 };
  });
  for (const block of placed) block.lanes = laneEnds.length;
  return placed;
}

function drawnEnd({ from, until }: Piece): number {
  return Math.max(until, from + leastMinutes);
}
