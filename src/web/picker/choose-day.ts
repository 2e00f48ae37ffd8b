// Which month and which day the calendar shows: the ones asked for, else the first with a free time.
import { dateOf, dayOf } from '../../availability/dates.ts';
import { dayAt, timeZoneNamed } from '../../availability/time-zone.ts';
import { dayIn } from '../dates.ts';

export type DayChoice = {
  /** The viewer's today, as a day number. */
  today: number;
  day: number | null;
  /** "2026-11" */
  month: string;
  firstMonth: string;
  lastMonth: string;
  /** The last day on which anything can be booked yet. */
  lastDay: number;
  /** Whether what was asked for is over, or cannot be booked yet. */
  outside: 'past' | 'beyond' | null;
  /** Starts in epoch minutes by the viewer's day; days without any are not in it. */
  startsByDay: ReadonlyMap<number, readonly number[]>;
  /** The nearest days with free times on either side of the chosen one. */
  earlierDay: number | null;
  laterDay: number | null;
};

export type DayQuestion = {
  starts: readonly number[];
  timeZone: string;
  now: Date;
  lastDay: number;
  month?: string | undefined;
  date?: string | undefined;
};

export function chooseDay(question: DayQuestion): DayChoice {
  const { starts, timeZone, now, lastDay } = question;
  const today = dayIn(timeZone, now);
  const startsByDay = groupByDay(starts, timeZone);
  const days = [...startsByDay.keys()];
  const firstMonth = monthOf(today);
  const lastMonth = monthOf(lastDay);
  const day = findDay(question, days);
  const month = clamp(question.month ?? monthOf(day ?? today), firstMonth, lastMonth);
  return {
    today,
    day,
    month,
    firstMonth,
    lastMonth,
    lastDay,
    outside: outsideOf(question, { today, firstMonth, lastMonth }),
    startsByDay,
    earlierDay: (day !== null && days.findLast((other) => other < day)) || null,
    laterDay: (day !== null && days.find((other) => other > day)) || null,
  };
}

export function monthOf(day: number): string {
  return dateOf(day).slice(0, 7);
}

/** "2026-11" and 1: "2026-12" */
export function monthAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** A day asked for is shown even when it is full: to say so. */
function findDay({ date, month }: DayQuestion, days: number[]): number | null {
  if (date !== undefined) return dayOf(date);
  if (month === undefined) return days[0] ?? null;
  return days.find((day) => monthOf(day) === month) ?? null;
}

function outsideOf(
  { date, month, lastDay }: DayQuestion,
  { today, firstMonth, lastMonth }: Pick<DayChoice, 'today' | 'firstMonth' | 'lastMonth'>,
): DayChoice['outside'] {
  const day = date === undefined ? null : dayOf(date);
  const asked = month ?? (day === null ? firstMonth : monthOf(day));
  if (asked < firstMonth || (day !== null && day < today)) return 'past';
  return asked > lastMonth || (day !== null && day > lastDay) ? 'beyond' : null;
}

function groupByDay(starts: readonly number[], timeZone: string): Map<number, number[]> {
  const zone = timeZoneNamed(timeZone);
  const days = new Map<number, number[]>();
  for (const start of starts) {
    const day = dayAt(zone, start);
    const sameDay = days.get(day);
    if (sameDay) sameDay.push(start);
    else days.set(day, [start]);
  }
  return days;
}

function clamp(month: string, first: string, last: string): string {
  if (month < first) return first;
  return month > last ? last : month;
}
