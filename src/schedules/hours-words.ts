// What the fields of the hours' forms are called: "Monday, second interval".
import type { Labels } from '../organisers/form-faults.ts';
import type { DateDraft, Pair, WeekDraft } from './hours-form.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

export function dayName(weekday: number): string {
  return dayNames[weekday - 1]!;
}

/** "second interval"; from the seventh on, "interval 7" */
export function intervalName(index: number): string {
  const ordinal = ordinals[index];
  return ordinal === undefined ? `interval ${index + 1}` : `${ordinal} interval`;
}

/** In the order of the page. */
export function weekLabels({ days }: WeekDraft): Labels {
  return new Map([
    ['timeZone', 'Time zone'],
    ...days.flatMap(({ weekday, pairs }) => pairLabels(pairs, dayName(weekday))),
  ]);
}

export function dateLabels({ pairs }: DateDraft): Labels {
  return new Map([['date', 'Date'], ...pairLabels(pairs, 'On this date')]);
}

function pairLabels(pairs: readonly Pair[], day: string): [string, string][] {
  return pairs.flatMap(({ name }, index) =>
    ['opens', 'closes'].map((side): [string, string] => [
      `${name}-${side}`,
      `${day}, ${intervalName(index)}`,
    ]),
  );
}
