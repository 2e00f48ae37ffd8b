// Opening hours as the fields of a plain form: what was typed stays, also where it is wrong.
import type { Availability } from '../availability/open-hours.ts';
import type { FieldError } from '../problem.ts';

export type FormBody = Record<string, unknown>;

/** One pair of fields; both empty means nothing. */
export type Pair = { name: string; opens: string; closes: string };

export type WeekDraft = { timeZone: string; days: { weekday: number; pairs: Pair[] }[] };
export type DateDraft = { date: string; pairs: Pair[] };

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const mostPairs = 20;
const datePairs = 2;

export function weekOf({ timeZone, weekly }: Availability): WeekDraft {
  const days = weekdays.map((weekday) => {
    const own = weekly.filter((row) => row.weekday === weekday);
    const pairs = own.map(({ opens, closes }, index) => pair(weekday, index, opens, closes));
    return { weekday, pairs: withRoom(weekday, pairs) };
  });
  return { timeZone, days };
}

export function readWeek(body: FormBody): WeekDraft {
  const days = weekdays.map((weekday) => {
    const read = Array.from({ length: mostPairs }, (_, index) =>
      readPair(body, `${weekday}-${index}`),
    );
    return { weekday, pairs: withRoom(weekday, read.filter(isFilled)) };
  });
  return { timeZone: textOf(body['timeZone']), days };
}

/** What the form says, in the shape that is checked and kept. */
export function weeklyOf({ days }: WeekDraft): Availability['weekly'][number][] {
  return filledOf(days).map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));
}

export function emptyDate(): DateDraft {
  return readDate({});
}

export function readDate(body: FormBody): DateDraft {
  const pairs = Array.from({ length: datePairs }, (_, index) => readPair(body, `date-${index}`));
  return { date: textOf(body['date']), pairs };
}

export function overrideOf({ date, pairs }: DateDraft): Availability['overrides'][number] {
  const intervals = pairs.filter(isFilled).map(({ opens, closes }) => ({ opens, closes }));
  return { date, intervals };
}

/** Faults of `weekly.3.closes` belong to the field that the fourth filled pair came from. */
export function weekErrors(draft: WeekDraft, errors: readonly FieldError[]): FieldError[] {
  const filled = filledOf(draft.days);
  return errors.map((error) => atPair(error, /^weekly\.(\d+)\.(opens|closes)$/, filled));
}

export function dateErrors(draft: DateDraft, errors: readonly FieldError[]): FieldError[] {
  const filled = draft.pairs.filter(isFilled);
  return errors.map(({ field, message }) => {
    if (/^overrides(\.\d+\.date)?$/.test(field)) return { field: 'date', message };
    return atPair({ field, message }, /^overrides\.\d+\.intervals\.(\d+)\.(opens|closes)$/, filled);
  });
}

function atPair(error: FieldError, pattern: RegExp, filled: readonly Pair[]): FieldError {
  const [, index, side] = pattern.exec(error.field) ?? [];
  const pair = index === undefined ? undefined : filled[Number(index)];
  return pair ? { ...error, field: `${pair.name}-${side}` } : error;
}

function filledOf(days: WeekDraft['days']): (Pair & { weekday: number })[] {
  return days.flatMap(({ weekday, pairs }) =>
    pairs.filter(isFilled).map((pair) => Object.assign({ weekday }, pair)),
  );
}

/** Numbered anew, with one empty pair at the end for another interval. */
function withRoom(weekday: number, pairs: readonly Pair[]): Pair[] {
  return [...pairs, pair(weekday, 0, '', '')].map(({ opens, closes }, index) =>
    pair(weekday, index, opens, closes),
  );
}

function pair(weekday: number, index: number, opens: string, closes: string): Pair {
  return { name: `${weekday}-${index}`, opens, closes };
}

function readPair(body: FormBody, name: string): Pair {
  const opens = clockTime(textOf(body[`${name}-opens`]));
  return { name, opens, closes: clockTime(textOf(body[`${name}-closes`])) };
}

function isFilled({ opens, closes }: Pair): boolean {
  return opens !== '' || closes !== '';
}

/** "9" and "9.30" are times too; what is not a time stays as it was typed. */
export function clockTime(text: string): string {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  return hours === undefined ? text : `${hours.padStart(2, '0')}:${minutes}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
