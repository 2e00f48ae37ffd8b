// The editor's buttons that save nothing: what is typed comes back changed, and the page opens where it was.
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { rangesOf } from './date-ranges.ts';
import {
  addPair,
  copyDay,
  leaveDates,
  leaveOff,
  removePair,
  takeOff,
  takeRange,
} from './editor-actions.ts';
import { type EditorDraft, type FormBody, weekdays } from './editor-draft.ts';
import type { Pressed, Told } from './editor-request.ts';
import { dayName } from './field-names.ts';
import { listText } from './hours-words.ts';
import type { Schedule } from './schedule.ts';
import { getTimeOff } from './time-off-queries.ts';

export type Edited = { draft: EditorDraft; focus?: string; told?: Told };

/** Also for "preview", which changes nothing. */
export async function editDraft(
  parts: Parts,
  { organiserId, schedule }: { organiserId: string; schedule: Schedule },
  { draft, pressed, body }: { draft: EditorDraft; pressed: Pressed; body: FormBody },
): Promise<Edited> {
  const { what, which } = pressed;
  if (what === 'add') return added(draft, which);
  if (what === 'remove')
    return { draft: removePair(draft, which), focus: `add-${which.split('-')[0]!}` };
  if (what === 'copy') return copied(draft, Number(which), body);
  if (what === 'change-dates') return taken(draft, schedule, which);
  if (what === 'change-off') {
    const timeOff = await getTimeOff(parts.database, organiserId, which);
    return { draft: takeOff(draft, timeOff), focus: 'field-off-from' };
  }
  if (what === 'leave')
    return which === 'off' ? { draft: leaveOff(draft) } : { draft: leaveDates(draft) };
  return { draft };
}

function added(draft: EditorDraft, group: string): Edited {
  const after = addPair(draft, group);
  const pairs =
    group === 'dates'
      ? after.dates.pairs
      : after.days.find(({ weekday }) => String(weekday) === group)?.pairs;
  return { draft: after, focus: `field-${group}-${(pairs?.length ?? 1) - 1}-opens` };
}

function copied(draft: EditorDraft, weekday: number, body: FormBody): Edited {
  const sent = new Set([body[`copy-${weekday}-to`] ?? []].flat().map(Number));
  const targets = weekdays.filter((each) => sent.has(each) && each !== weekday);
  const focus = `copy-${weekday}`;
  if (!weekdays.includes(weekday)) return { draft };
  if (targets.length === 0)
    return { draft, focus, told: { words: say('Choose the days to copy to.'), undo: null } };
  const words = say('{day} is copied to {days}. Save to keep it.', {
    day: dayName(weekday),
    days: listText(targets.map(dayName)),
  });
  return { draft: copyDay(draft, weekday, targets), focus, told: { words, undo: null } };
}

/** A range that is gone meanwhile is not there to be changed. */
function taken(draft: EditorDraft, { overrides }: Schedule, which: string): Edited {
  const [from, to] = which.split('/');
  const range = rangesOf(overrides).find((each) => each.from === from && each.to === to);
  return range ? { draft: takeRange(draft, range), focus: 'field-dates-from' } : { draft };
}
