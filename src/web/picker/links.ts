// Addresses within the calendar: each carries on what was chosen before, and nothing that is the default.
import { dateOf } from '../../availability/dates.ts';
import { type ClockFace, dayIn, type Reader } from '../dates.ts';

export type PickerState = {
  /** The page's path. */
  path: string;
  month?: string | undefined;
  date?: string | undefined;
  timeZone?: string | undefined;
  clock?: ClockFace | undefined;
  hold?: string | undefined;
  durationMinutes?: number | undefined;
  key?: string | undefined;
};

export function dayLink(state: PickerState, day: number): string {
  return address({ ...state, month: undefined, date: dateOf(day) });
}

/** The calendar at that path, on the day of that time as its reader sees it. */
export function timesLink(
  path: string,
  instant: Date,
  reader: Reader,
  wish: Pick<PickerState, 'hold' | 'durationMinutes' | 'key'> = {},
): string {
  return address({ path, date: dateIn(reader.timeZone, instant), ...wish, ...reader });
}

/** "2026-11-23" */
export function dateIn(timeZone: string, instant: Date): string {
  return dateOf(dayIn(timeZone, instant));
}

export function monthLink(state: PickerState, month: string): string {
  return address({ ...state, month, date: undefined });
}

export function lengthLink(state: PickerState, durationMinutes: number): string {
  return address({ ...state, durationMinutes });
}

export function clockLink(state: PickerState, clock: ClockFace): string {
  return address({ ...state, clock });
}

export function address({ path, ...query }: PickerState): string {
  return withQuery(path, query);
}

/** Leaves out what is undefined. */
export function withQuery(
  path: string,
  query: Record<string, string | number | undefined>,
): string {
  const told = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(
    told.map(([name, value]): [string, string] => [name, String(value)]),
  )
    .toString()
    .replaceAll('%2F', '/');
  return search ? `${path}?${search}` : path;
}
