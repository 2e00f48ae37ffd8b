// Checks what is typed into the editor, all of it at once: every fault is named by the field that it stands in.
import { z } from 'zod';
import { dayOf, MINUTES_PER_DAY } from '../availability/dates.ts';
import { minuteOfDay } from '../availability/open-hours.ts';
import { timeZoneNamed, toEpoch } from '../availability/time-zone.ts';
import { invalidInput, readInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import { type FieldError, isProblem } from '../problem.ts';
import { type DateRange, mostDaysOfRange, withoutRange, withRange } from './date-ranges.ts';
import {
  type DatesDraft,
  type EditorDraft,
  isEmptyDates,
  isEmptyOff,
  isFilled,
  type OffDraft,
  type Pair,
} from './editor-draft.ts';
import { date, intervals, timeZone, todayIn, weekly } from './hours-input.ts';
import { label } from './schedule-input.ts';
import type { ZonedHours } from './set-hours.ts';
import type { TimeOffFields } from './time-off.ts';

export type EditorChange = {
  hours: ZonedHours;
  /** Null where none is typed. */
  range: DateRange | null;
  off: (TimeOffFields & { id: string | null }) | null;
};

/** Throws invalid_input, its fields named as on the page. */
export function checkEditor(draft: EditorDraft, before: ZonedHours, now: Date): EditorChange {
  const faults: FieldError[] = [];
  const week = gather(faults, () => checkWeek(draft));
  const zone = week?.timeZone ?? before.timeZone;
  const today = todayIn(zone, now);
  const range = gather(faults, () => checkDates(draft.dates, today)) ?? null;
  const off = gather(faults, () => checkOff(draft.off, zone, now)) ?? null;
  const overrides = range ? withDates(before.overrides, range, draft.dates.was) : before.overrides;
  if (overrides.length > mostDates) faults.push(tooManyDates());
  if (faults.length > 0 || !week) throw invalidInput(faults);
  return { hours: { ...week, overrides }, range, off };
}

const mostDates = 1000;

function tooManyDates(): FieldError {
  return { field: 'dates-from', message: say('There is room for 1,000 dates.') };
}

function gather<Read>(faults: FieldError[], read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    faults.push(...(error.errors ?? []));
    return undefined;
  }
}

/** Reads, with faults under the names that the page's fields have. */
function readNamed<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  nameOf: (field: string) => string,
): z.infer<Schema> {
  try {
    return readInput(schema, input);
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    const errors = error.errors ?? [];
    throw invalidInput(errors.map(({ field, message }) => ({ field: nameOf(field), message })));
  }
}

const weekInput = z.strictObject({ timeZone, weekly });

function checkWeek({ timeZone, days }: EditorDraft): z.infer<typeof weekInput> {
  const filled = days.flatMap(({ weekday, pairs }) =>
    pairs.filter(isFilled).map((pair) => ({ weekday, pair })),
  );
  const rows = filled.map(({ weekday, pair: { opens, closes } }) => ({ weekday, opens, closes }));
  const pairs = filled.map(({ pair }) => pair);
  return readNamed(weekInput, { timeZone, weekly: rows }, (field) =>
    pairField(/^weekly\.(\d+)\.(opens|closes)$/, field, pairs),
  );
}

/** Faults of `weekly.3.closes` belong to the field that the fourth filled pair came from. */
function pairField(pattern: RegExp, field: string, pairs: readonly Pair[]): string {
  const [, index, side] = pattern.exec(field) ?? [];
  const pair = index === undefined ? undefined : pairs[Number(index)];
  return pair ? `${pair.name}-${side}` : field;
}

function checkDates(draft: DatesDraft, today: string): DateRange | null {
  if (isEmptyDates(draft)) return null;
  const pairs = draft.pairs.filter(isFilled);
  const { from, to, label } = draft;
  const rows = pairs.map(({ opens, closes }) => ({ opens, closes }));
  const typed = { from, to: to === '' ? from : to, label, intervals: rows };
  const isChange = draft.was !== '';
  return readNamed(
    rangeInput(isChange ? (draft.was.split('/')[0] ?? today) : today),
    typed,
    (field) =>
      /^(from|to|label)$/.test(field)
        ? `dates-${field}`
        : pairField(/^intervals\.(\d+)\.(opens|closes)$/, field, pairs),
  );
}

/** @param earliest a range that has begun may keep its beginning */
function rangeInput(earliest: string) {
  return z
    .strictObject({
      from: date.refine((date) => date >= earliest, { error: () => say('This date is past') }),
      to: date,
      label,
      intervals,
    })
    .refine(({ from, to }) => from <= to, {
      path: ['to'],
      error: () => say('This is before the first date'),
    })
    .refine(({ from, to }) => from > to || dayOf(to) - dayOf(from) < mostDaysOfRange, {
      path: ['to'],
      error: () => say('A range has at most {count} days', { count: mostDaysOfRange }),
    });
}

function withDates(overrides: ZonedHours['overrides'], range: DateRange, was: string) {
  const [from, to] = was.split('/');
  const others = from && to ? withoutRange(overrides, { from, to }) : overrides;
  return withRange(others, range);
}

const startTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => say('Write the time like 09:00') });
const endTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  error: () => say('Write the time like 17:00, or 24:00'),
});

const offInput = z.strictObject({
  id: z.union([z.uuid(), z.literal('')]).catch(''),
  from: date,
  fromTime: startTime,
  to: date,
  toTime: endTime,
  label,
});

const offFields: Record<string, string> = {
  from: 'off-from',
  fromTime: 'off-from-time',
  to: 'off-to',
  toTime: 'off-to-time',
  label: 'off-label',
};

/** Without times they are whole days, without an end the first of them alone. */
function checkOff(draft: OffDraft, zone: string, now: Date): EditorChange['off'] {
  if (isEmptyOff(draft)) return null;
  const typed = {
    ...draft,
    fromTime: draft.fromTime || '00:00',
    to: draft.to || draft.from,
    toTime: draft.toTime || '24:00',
  };
  const read = readNamed(offInput, typed, (field) => offFields[field] ?? field);
  const startsAt = instantOf(read.from, read.fromTime, zone, 'off-from');
  const endsAt = instantOf(read.to, read.toTime, zone, 'off-to');
  if (endsAt <= startsAt) throw endFault(say('This is not after the start'));
  if (endsAt <= now) throw endFault(say('This is past'));
  return { id: read.id || null, startsAt, endsAt, label: read.label };
}

function instantOf(date: string, time: string, zone: string, field: string): Date {
  const day = dayOf(date);
  if (day < earliestDay || day > latestDay)
    throw invalidInput([{ field, message: say('Give a date between 1971 and 2198.') }]);
  const wall = day * MINUTES_PER_DAY + minuteOfDay(time);
  return new Date(toEpoch(timeZoneNamed(zone), wall) * 60_000);
}

const earliestDay = dayOf('1971-01-01');
const latestDay = dayOf('2198-12-31');

function endFault(message: string) {
  return invalidInput([{ field: 'off-to', message: `${message}.` }]);
}
