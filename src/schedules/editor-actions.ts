// What the editor's buttons do to what is typed, before anything is saved: one more interval, one less, a day's hours
// copied to other days, a range or a time off taken into the fields to be changed.
import { dateOf } from '../availability/dates.ts';
import { dayAt, offsetAt, timeZoneNamed } from '../availability/time-zone.ts';
import { clockText } from '../web/dates.ts';
import { type DateRange } from './date-ranges.ts';
import {
  type EditorDraft,
  isFilled,
  mostPairs,
  noDates,
  noOff,
  numbered,
  type OffDraft,
  type Pair,
} from './editor-draft.ts';
import type { TimeOff } from './time-off.ts';

/** `group`: a weekday's number, or "dates". */
export function addPair(draft: EditorDraft, group: string): EditorDraft {
  return changePairs(draft, group, (pairs) =>
    pairs.length < mostPairs ? [...pairs, { opens: '', closes: '' }] : pairs,
  );
}

/** `name`: of the pair, "1-0". */
export function removePair(draft: EditorDraft, name: string): EditorDraft {
  const group = name.replace(/-\d+$/, '');
  return changePairs(draft, group, (pairs) => pairs.filter((pair) => pair.name !== name));
}

/** What the other days had gives way. */
export function copyDay(
  draft: EditorDraft,
  weekday: number,
  targets: readonly number[],
): EditorDraft {
  const source = draft.days.find((day) => day.weekday === weekday)!.pairs.filter(isFilled);
  return {
    ...draft,
    days: draft.days.map((day) =>
      targets.includes(day.weekday)
        ? { ...day, pairs: numbered(String(day.weekday), source) }
        : day,
    ),
  };
}

export function takeRange(draft: EditorDraft, range: DateRange): EditorDraft {
  const { from, to, label, intervals } = range;
  const pairs = numbered('dates', intervals);
  return { ...draft, dates: { from, to, label, pairs, was: `${from}/${to}` } };
}

export function takeOff(draft: EditorDraft, timeOff: TimeOff): EditorDraft {
  return { ...draft, off: offDraftOf(timeOff, draft.timeZone) };
}

export function leaveDates(draft: EditorDraft): EditorDraft {
  return { ...draft, dates: noDates };
}

export function leaveOff(draft: EditorDraft): EditorDraft {
  return { ...draft, off: noOff };
}

/** A time off that ends at midnight ends the day before, at 24:00. */
function offDraftOf({ id, startsAt, endsAt, label }: TimeOff, timeZone: string): OffDraft {
  const start = wallOf(startsAt.getTime() / 60_000, timeZone);
  const lastMinute = wallOf(endsAt.getTime() / 60_000 - 1, timeZone);
  return {
    id,
    label,
    from: dateOf(start.day),
    fromTime: clockText(start.minute),
    to: dateOf(lastMinute.day),
    toTime: clockText(lastMinute.minute + 1),
  };
}

function wallOf(minute: number, timeZone: string): { day: number; minute: number } {
  const zone = timeZoneNamed(timeZone);
  const day = dayAt(zone, minute);
  return { day, minute: minute + offsetAt(zone, minute) - day * 1440 };
}

function changePairs(
  draft: EditorDraft,
  group: string,
  change: (pairs: readonly Pair[]) => readonly Omit<Pair, 'name'>[],
): EditorDraft {
  if (group === 'dates') {
    const pairs = numbered(group, change(draft.dates.pairs));
    return { ...draft, dates: { ...draft.dates, pairs } };
  }
  const days = draft.days.map((day) =>
    String(day.weekday) === group ? { ...day, pairs: numbered(group, change(day.pairs)) } : day,
  );
  return { ...draft, days };
}
