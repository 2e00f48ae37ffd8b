// From the free times to what the calendar shows of them.
import { dateOf } from '../../availability/dates.ts';
import { startOfDay, timeZoneNamed } from '../../availability/time-zone.ts';
import { clockOf, dayIn } from '../dates.ts';
import { chooseDay } from './choose-day.ts';
import { dateAtMinute } from './day-parts.ts';
import type { PickerQuery } from './picker-input.ts';
import type { Picker } from './picker.ts';

export type FreeTimes = {
  starts: readonly number[];
  timeZone: string;
  checkedAt: Date;
  durationMinutes: number;
  organiser: { timeZone: string };
  eventType: { horizonDays: number };
};

type Shown = 'hidden' | 'send' | 'now' | 'ownStart' | 'presentStart' | 'unknownZone' | 'lengths';

export type PickerRequest = Pick<Picker, Shown> & {
  path: string;
  query: PickerQuery;
  /** Accept-Language, for the clock. */
  language: string;
};

export function pickerView(times: FreeTimes, request: PickerRequest): Picker {
  const { path, query, language, ...rest } = request;
  const { month, date } = query;
  const { now, presentStart = null } = rest;
  const starts = times.starts.filter((start) => start !== presentStart);
  return {
    ...rest,
    ...times,
    choice: chooseDay({ ...times, starts, now, lastDay: lastDayOf(times, now), month, date }),
    state: { path, ...query },
    clock: query.clock ?? clockOf(language),
  };
}

/** The horizon ends with a date of the organiser's; where the viewer lives, that may be a day earlier or later. */
function lastDayOf({ organiser, eventType, timeZone }: FreeTimes, now: Date): number {
  const lastDay = dayIn(organiser.timeZone, now) + eventType.horizonDays;
  const end = startOfDay(timeZoneNamed(organiser.timeZone), lastDay + 1);
  return dayIn(timeZone, dateAtMinute(end - 1));
}

/** Without every slot that overlaps one that was just refused: what is shown may be older than the refusal. */
export function withoutTaken<Times extends Pick<FreeTimes, 'starts' | 'durationMinutes'>>(
  times: Times,
  taken: Date,
): Times {
  const start = Math.floor(taken.getTime() / 60_000);
  const isApart = (other: number) => Math.abs(other - start) >= times.durationMinutes;
  return { ...times, starts: times.starts.filter(isApart) };
}

/** All dates that can be asked for at once, from the viewer's today: the horizon ends them. */
export function datesFrom(now: Date, timeZone: string): { from: string; to: string } {
  const today = dayIn(timeZone, now);
  return { from: dateOf(today), to: dateOf(today + 365) };
}
