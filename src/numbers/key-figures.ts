// The few figures that stand for all the others, in words.
import type { Numbers } from './gather-numbers.ts';

export type Figures = {
  appointments: string;
  fullness: string;
  noShows: string;
  cancelled: string;
  lead: string;
};

export function keyFigures(numbers: Numbers): Figures {
  const { bookings, cells, medianLeadDays, now } = numbers;
  const kept = bookings.filter(({ state }) => state !== 'cancelled');
  const over = kept.filter(({ endsAt }) => endsAt <= now);
  const noShows = over.filter(({ state }) => state === 'no_show').length;
  const open = sum(cells.map(({ openMinutes }) => openMinutes));
  const booked = sum(cells.map(({ bookedMinutes }) => bookedMinutes));
  return {
    appointments: figures.format(kept.length),
    fullness: share(booked, open),
    noShows: partWords(noShows, over.length),
    cancelled: partWords(bookings.length - kept.length, bookings.length),
    lead: leadWords(medianLeadDays),
  };
}

const figures = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** "3 of 20 (15%)" */
function partWords(part: number, whole: number): string {
  if (whole === 0) return '–';
  return `${figures.format(part)} of ${figures.format(whole)} (${share(part, whole)})`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : percent.format(part / whole);
}

function leadWords(days: number | null): string {
  if (days === null) return '–';
  if (days === 0) return 'same day';
  return `${figures.format(days)} ${days === 1 ? 'day' : 'days'}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
