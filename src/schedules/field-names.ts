// What the fields of the editor are called: "Monday, second interval"; and in which order they stand on the page.
import { say } from '../languages/say.ts';
import type { Labels } from '../organisers/form-faults.ts';
import { weekdayNames } from '../web/dates.ts';
import type { EditorDraft, Pair } from './editor-draft.ts';

const ordinals: readonly (() => string)[] = [
  () => say('first interval'),
  () => say('second interval'),
  () => say('third interval'),
  () => say('fourth interval'),
  () => say('fifth interval'),
  () => say('sixth interval'),
];

export function dayName(weekday: number): string {
  return weekdayNames()[weekday - 1]!.long;
}

/** "second interval"; from the seventh on, "interval 7" */
export function intervalName(index: number): string {
  return ordinals[index]?.() ?? say('interval {number}', { number: index + 1 });
}

/** Whose intervals a group of pairs is: a weekday's, or those of the dates. */
export function groupName(group: string): string {
  return group === 'dates' ? say('On these dates') : dayName(Number(group));
}

/** In the order of the page. */
export function editorLabels({ days, dates }: EditorDraft): Labels {
  return new Map([
    ['timeZone', say('Time zone')],
    ...days.flatMap(({ weekday, pairs }) => pairLabels(pairs, String(weekday))),
    ['dates-from', say('First date')],
    ['dates-to', say('Last date')],
    ...pairLabels(dates.pairs, 'dates'),
    ['dates-label', say('Label of the dates')],
    ['off-from', say('Time off from')],
    ['off-from-time', say('Time off from, time')],
    ['off-to', say('Time off until')],
    ['off-to-time', say('Time off until, time')],
    ['off-label', say('Label of the time off')],
  ]);
}

function pairLabels(pairs: readonly Pair[], group: string): [string, string][] {
  return pairs.flatMap(({ name }, index) =>
    ['opens', 'closes'].map((side): [string, string] => [
      `${name}-${side}`,
      say('{day}, {interval}', { day: groupName(group), interval: intervalName(index) }),
    ]),
  );
}
