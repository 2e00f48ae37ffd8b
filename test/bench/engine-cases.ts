// The questions that engine and sweep are both asked: Berlin over a clock change, ordinary hours, busy time at random.
import { dayOf, MINUTES_PER_DAY } from '../../src/availability/dates.ts';
import { type Packed, packed } from '../../src/availability/intervals.ts';
import { openHours } from '../../src/availability/open-hours.ts';
import type { SlotSearch } from '../../src/availability/slots.ts';
import type { SweepQuestion } from './sweep.ts';

/** The same question in the words of each. */
export type EngineCase = { search: SlotSearch; question: SweepQuestion };

export const TIME_ZONE = 'Europe/Berlin';
export const DURATION = 30;

const NOW = new Date('2026-10-05T06:00:00Z');
const FIRST_DAY = dayOf('2026-10-05');
const NOTICE = 60;
const OFFSETS = [
  [minuteOf('2026-03-29T01:00Z'), 120],
  [minuteOf('2026-10-25T01:00Z'), 60],
  [minuteOf('2027-03-28T01:00Z'), 120],
] as const;

export function engineCase(days: number, busyBlocks: number, seed = 1): EngineCase {
  const busy = busyTime(days, busyBlocks, seed);
  const lunch = 12 + (seed % 3);
  return { search: searchFor(days, busy, lunch), question: questionFor(days, busy, lunch) };
}

function searchFor(days: number, busy: Packed, lunch: number): SlotSearch {
  const weekly = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '09:00', closes: `${lunch}:00` },
    { weekday, opens: `${lunch + 1}:00`, closes: '17:00' },
  ]);
  return {
    availability: openHours({ timeZone: TIME_ZONE, weekly, overrides: [] }),
    rules: {
      durationMinutes: DURATION,
      stepMinutes: 15,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 10,
      minimumNoticeMinutes: NOTICE,
      horizonDays: days - 1,
      dailyCap: null,
    },
    busy,
    bookingsPerDate: new Map(),
    now: NOW,
    from: '2026-10-05',
    to: '2027-12-31',
    viewerTimeZone: TIME_ZONE,
  };
}

function questionFor(days: number, busy: Packed, lunch: number): SweepQuestion {
  const workday = [9 * 60, lunch * 60, (lunch + 1) * 60, 17 * 60];
  return {
    week: [workday, workday, workday, workday, workday, [], []],
    offsets: OFFSETS,
    busy,
    firstDay: FIRST_DAY,
    days,
    earliest: minuteOf('2026-10-05T06:00Z') + NOTICE,
    duration: DURATION,
    step: 15,
    before: 5,
    after: 10,
  };
}

/** Meetings of 15 to 60 minutes, in and around the working hours of all days; some overlap and are merged. */
function busyTime(days: number, blocks: number, seed: number): Packed {
  const random = randomNumbers(seed);
  const meetings = Array.from({ length: blocks }, (): [number, number] => {
    const day = FIRST_DAY + Math.floor(random() * days);
    const start = day * MINUTES_PER_DAY + 6 * 60 + Math.floor(random() * 144) * 5;
    return [start, start + 15 + Math.floor(random() * 4) * 15];
  });
  return packed(meetings);
}

/** The same numbers in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function minuteOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
}
