// Arithmetic on wall-clock texts: '2026-11-23T09:00', or a date alone.

const dayMs = 24 * 60 * 60_000;

export type Shift = { days?: number; minutes?: number };

export function shifted(text: string, { days = 0, minutes = 0 }: Shift): string {
  const at = Date.parse(text.length > 10 ? `${text}Z` : text);
  return new Date(at + days * dayMs + minutes * 60_000).toISOString().slice(0, text.length);
}

export function daysFrom(date: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(date)) / dayMs);
}

/** Minutes since a date's midnight; from 24:00 on it is the next day. */
export function atMinute(date: string, minute: number): string {
  return shifted(`${date}T00:00`, { minutes: minute });
}
