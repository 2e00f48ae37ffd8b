// Which hours of the day the week's picture shows, and where in it a time stands: in rows of a quarter of an hour.

/** Minutes since midnight, whole hours. */
export type Hours = { from: number; to: number };

/** An ordinary day is seen whole, also where it is closed. */
const usual: Hours = { from: 8 * 60, to: 18 * 60 };
const quarter = 15;

export function shownHours(times: readonly (readonly [number, number])[]): Hours {
  const from = Math.min(usual.from, ...times.map(([start]) => start));
  const to = Math.max(usual.to, ...times.map(([, end]) => end));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** The classes of web/quarter-rows.ts; what reaches out of the picture is cut at its edge. */
export function rowClasses(hours: Hours, from: number, to: number): string {
  const start = Math.floor((Math.max(from, hours.from) - hours.from) / quarter);
  const end = Math.ceil((Math.min(to, hours.to) - hours.from) / quarter);
  return end <= start ? 'row-out' : `row-at-${start} row-for-${end - start}`;
}

export function lengthClass({ from, to }: Hours): string {
  return `hours-${(to - from) / 60}`;
}

export function isShown({ from, to }: Hours, minute: number): boolean {
  return from <= minute && minute < to;
}
