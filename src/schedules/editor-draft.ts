// The editor of hours as the fields of one plain form: the week, one range of dates, one time off. What was typed stays,
// also where it is wrong.
import type { ZonedHours } from './set-hours.ts';

export type FormBody = Record<string, unknown>;

/** One pair of fields; both empty means nothing. */
export type Pair = { name: string; opens: string; closes: string };

export type DayDraft = { weekday: number; pairs: Pair[] };

/** `was`: the range that is being changed, "2026-12-24/2027-01-06"; empty for a new one. */
export type DatesDraft = { from: string; to: string; label: string; pairs: Pair[]; was: string };

/** `id`: the one that is being changed; empty for a new one. */
export type OffDraft = Record<'id' | 'from' | 'fromTime' | 'to' | 'toTime' | 'label', string>;

export type EditorDraft = {
  timeZone: string;
  days: DayDraft[];
  dates: DatesDraft;
  off: OffDraft;
  /** The slug of the event type that the preview is of; empty: whichever is first. */
  previewOf: string;
};

export const weekdays = [1, 2, 3, 4, 5, 6, 7];
export const mostPairs = 20;

export const noDates: DatesDraft = { from: '', to: '', label: '', pairs: [], was: '' };
export const noOff: OffDraft = { id: '', from: '', fromTime: '', to: '', toTime: '', label: '' };

export function draftOf({ timeZone, weekly }: ZonedHours): EditorDraft {
  const days = weekdays.map((weekday) => ({
    weekday,
    pairs: numbered(
      String(weekday),
      weekly.filter((row) => row.weekday === weekday),
    ),
  }));
  return { timeZone, days, dates: noDates, off: noOff, previewOf: '' };
}

/** A form without a week leaves the week as it is saved. */
export function readDraft(body: FormBody, saved: ZonedHours): EditorDraft {
  const text = (name: string) => textOf(body[name]);
  const hasWeek = body['timeZone'] !== undefined;
  return {
    timeZone: hasWeek ? text('timeZone') : saved.timeZone,
    days: hasWeek ? readDays(body) : draftOf(saved).days,
    dates: {
      from: text('dates-from'),
      to: text('dates-to'),
      label: text('dates-label'),
      pairs: readPairs(body, 'dates'),
      was: text('dates-was'),
    },
    off: {
      id: text('off-id'),
      from: text('off-from'),
      fromTime: clockTime(text('off-from-time')),
      to: text('off-to'),
      toTime: clockTime(text('off-to-time')),
      label: text('off-label'),
    },
    previewOf: text('preview-of'),
  };
}

export function isFilled({ opens, closes }: Pick<Pair, 'opens' | 'closes'>): boolean {
  return opens !== '' || closes !== '';
}

export function isEmptyDates({ from, to, label, pairs, was }: DatesDraft): boolean {
  return [from, to, label, was].every((text) => text === '') && !pairs.some(isFilled);
}

export function isEmptyOff(off: OffDraft): boolean {
  return Object.values(off).every((text) => text === '');
}

/** Pairs with their fields' names: `group` and the place in it. */
export function numbered(group: string, pairs: readonly Omit<Pair, 'name'>[]): Pair[] {
  return pairs.map(({ opens, closes }, index) => ({ name: `${group}-${index}`, opens, closes }));
}

/** "9", "9.30", "9 am" and "5pm" are times too; what is not a time stays as it was typed. */
export function clockTime(text: string): string {
  const [, hours, minutes = '00', half] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?$/i.exec(text) ?? [];
  if (hours === undefined) return text;
  if (half === undefined) return `${hours.padStart(2, '0')}:${minutes}`;
  if (Number(hours) < 1 || Number(hours) > 12) return text;
  const hour = (Number(hours) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function readDays(body: FormBody): DayDraft[] {
  return weekdays.map((weekday) => ({ weekday, pairs: readPairs(body, String(weekday)) }));
}

/** Those that the form had, empty ones among them. */
function readPairs(body: FormBody, group: string): Pair[] {
  const names = Array.from({ length: mostPairs }, (_, index) => `${group}-${index}`);
  const there = names.filter((name) => body[`${name}-opens`] !== undefined);
  return numbered(
    group,
    there.map((name) => ({
      opens: clockTime(textOf(body[`${name}-opens`])),
      closes: clockTime(textOf(body[`${name}-closes`])),
    })),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
