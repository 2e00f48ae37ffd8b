// The few figures that stand for all the others.
import type { Numbers } from './gather-numbers.ts';

export type Figures = {
  /** Kept, missed or to come; `over`: of these, the ones that are past. */
  appointments: number;
  over: number;
  noShows: number;
  /** Of all that were ever confirmed. */
  confirmed: number;
  cancelled: number;
  openMinutes: number;
  bookedMinutes: number;
  medianLeadDays: number | null;
};

export function keyFigures(numbers: Numbers): Figures {
  const { bookings, cells, medianLeadDays, now } = numbers;
  const kept = bookings.filter(({ state }) => state !== 'cancelled');
  const over = kept.filter(({ endsAt }) => endsAt <= now);
  return {
    appointments: kept.length,
    over: over.length,
    noShows: over.filter(({ state }) => state === 'no_show').length,
    confirmed: bookings.length,
    cancelled: bookings.length - kept.length,
    openMinutes: sum(cells.map(({ openMinutes }) => openMinutes)),
    bookedMinutes: sum(cells.map(({ bookedMinutes }) => bookedMinutes)),
    medianLeadDays,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
