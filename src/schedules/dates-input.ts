// A range of dates as it is typed into the editor.
import { z } from 'zod';
import { dayOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { type DateRange, mostDaysOfRange } from './date-ranges.ts';
import { type DatesDraft, isEmptyDates, isFilled } from './editor-draft.ts';
import { date, intervals } from './hours-input.ts';
import { pairField, readNamed } from './named-input.ts';
import { label } from './schedule-input.ts';

/** Null where nothing is typed; without a last date it is one date. Throws invalid_input. */
export function checkDates(draft: DatesDraft, today: string): DateRange | null {
  if (isEmptyDates(draft)) return null;
  const pairs = draft.pairs.filter(isFilled);
  const typed = {
    from: draft.from,
    to: draft.to === '' ? undefined : draft.to,
    label: draft.label,
    intervals: pairs.map(({ opens, closes }) => ({ opens, closes })),
  };
  const read = readNamed(rangeInput(earliestOf(draft, today)), typed, (field) =>
    /^(from|to|label)$/.test(field)
      ? `dates-${field}`
      : pairField(/^intervals\.(\d+)\.(opens|closes)$/, field, pairs),
  );
  return { ...read, to: read.to ?? read.from };
}

/** A range that has begun may keep its beginning. */
function earliestOf({ was }: DatesDraft, today: string): string {
  const [from] = was.split('/');
  return from && date.safeParse(from).success && from < today ? from : today;
}

function rangeInput(earliest: string) {
  return z
    .strictObject({
      from: date.refine((date) => date >= earliest, { error: () => say('This date is past') }),
      to: date.optional(),
      label,
      intervals,
    })
    .refine(({ from, to = from }) => from <= to, {
      path: ['to'],
      error: () => say('This is before the first date'),
    })
    .refine(({ from, to = from }) => from > to || dayOf(to) - dayOf(from) < mostDaysOfRange, {
      path: ['to'],
      error: () => say('A range has at most {count} days', { count: mostDaysOfRange }),
    });
}
