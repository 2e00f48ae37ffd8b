// Addresses within the calendar: each carries on what was chosen before, and nothing that is the default.
import { dateOf } from '../../availability/dates.ts';
import type { ClockFace } from '../dates.ts';

export type PickerState = {
  /** The page's path. */
  path: string;
  month?: string | undefined;
  date?: string | undefined;
  timeZone?: string | undefined;
  clock?: ClockFace | undefined;
  hold?: string | undefined;
};

export function dayLink(state: PickerState, day: number): string {
  return address({ ...state, month: undefined, date: dateOf(day) });
}

export function monthLink(state: PickerState, month: string): string {
  return address({ ...state, month, date: undefined });
}

export function clockLink(state: PickerState, clock: ClockFace): string {
  return address({ ...state, clock });
}

export function address({ path, ...query }: PickerState): string {
  return withQuery(path, query);
}

/** Leaves out what is undefined. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const told = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(told as [string, string][]).toString().replaceAll('%2F', '/');
  return search ? `${path}?${search}` : path;
}
