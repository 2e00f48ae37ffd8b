// Checks what is typed into the editor, all of it at once: every fault is named by the field that it stands in.
import { z } from 'zod';
import { invalidInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import { type FieldError, isProblem } from '../problem.ts';
import { type DateRange, withoutRange, withRange } from './date-ranges.ts';
import { checkDates } from './dates-input.ts';
import { type EditorDraft, isFilled } from './editor-draft.ts';
import { timeZone, todayIn, weekly } from './hours-input.ts';
import { pairField, readNamed } from './named-input.ts';
import { checkOff, type TypedOff } from './off-input.ts';
import type { ZonedHours } from './set-hours.ts';

/** Null where nothing of it is typed. */
export type EditorChange = { hours: ZonedHours; range: DateRange | null; off: TypedOff | null };

const mostDates = 1000;

/** Throws invalid_input, its fields named as on the page. */
export function checkEditor(draft: EditorDraft, before: ZonedHours, now: Date): EditorChange {
  const faults: FieldError[] = [];
  const week = gather(faults, () => checkWeek(draft));
  const zone = week?.timeZone ?? before.timeZone;
  const range = gather(faults, () => checkDates(draft.dates, todayIn(zone, now))) ?? null;
  const off = gather(faults, () => checkOff(draft.off, zone, now)) ?? null;
  const overrides = range ? withDates(before.overrides, range, draft.dates.was) : before.overrides;
  if (overrides.length > mostDates) faults.push(tooManyDates());
  if (faults.length > 0 || !week) throw invalidInput(faults);
  return { hours: { ...week, overrides }, range, off };
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

/** @param was the range that is changed, "2026-12-24/2027-01-06" */
function withDates(overrides: ZonedHours['overrides'], range: DateRange, was: string) {
  const [from, to] = was.split('/');
  const others = from && to ? withoutRange(overrides, { from, to }) : overrides;
  return withRange(others, range);
}

function tooManyDates(): FieldError {
  return { field: 'dates-from', message: say('There is room for 1,000 dates.') };
}
