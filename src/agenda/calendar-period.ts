// Which days the calendar shows: a week or a month around a date, and what comes before and after it.
import { dateOf, dayOf, weekdayOf } from '../availability/dates.ts';

export type CalendarView = 'week' | 'month';

export type Period = {
  view: CalendarView;
  /** Day numbers, Monday to Sunday; a month shows its weeks whole. */
  first: number;
  last: number;
  /** "2026-11", for a month. */
  month: string;
  /** Dates to lead on to. */
  before: string;
  after: string;
};

export function periodAround(view: CalendarView, day: number): Period {
  return view === 'week' ? weekAround(day) : monthAround(day);
}

function weekAround(day: number): Period {
  const first = mondayOf(day);
  return {
    view: 'week',
    first,
    last: first + 6,
    month: monthOf(day),
    before: dateOf(first - 7),
    after: dateOf(first + 7),
  };
}

function monthAround(day: number): Period {
  const month = monthOf(day);
  const start = dayOf(`${month}-01`);
  const next = dayOf(`${monthOf(start + 31)}-01`);
  const first = mondayOf(start);
  const last = mondayOf(next - 1) + 6;
  const before = `${monthOf(start - 1)}-01`;
  return { view: 'month', first, last, month, before, after: dateOf(next) };
}

function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

function monthOf(day: number): string {
  return dateOf(day).slice(0, 7);
}
