// Which dates are to be counted, as programs and pages ask.
import { z } from 'zod';
import { dayOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import type { Wish } from './days.ts';

export const weekChoices = [4, 12, 26, 52] as const;
export const usualWeeks = 12;

const mostDays = 731;

/** Time zones are followed that far. */
const date = z.iso
  .date({ error: () => say('This must be a date like 2026-11-23.'), abort: true })
  .refine((date) => '1971' <= date && date < '2199', {
    error: () => say('Give a date between 1971 and 2198.'),
    abort: true,
  })
  .optional();

const dates = { from: date, to: date };

type Dates = { from?: string | undefined; to?: string | undefined };

/** None: the usual weeks up to now. */
export const numbersQuery = z
  .strictObject({
    from: date.meta({ description: 'A date, with `to`; unsaid: twelve weeks up to now.' }),
    to: date.meta({ description: 'The last date, inclusive.' }),
  })
  .superRefine(inOrder);

/** Of a page: weeks that were mended by hand count as not said. */
export const numbersForm = z
  .object({
    ...dates,
    weeks: z.coerce.number().pipe(z.literal(weekChoices)).optional().catch(undefined),
  })
  .superRefine(inOrder);

export function wishOf({ from, to, weeks }: Dates & { weeks?: number | undefined }): Wish {
  if (weeks !== undefined || from === undefined || to === undefined)
    return { weeks: weeks ?? usualWeeks };
  return { from, to };
}

function inOrder({ from, to }: Dates, report: z.RefinementCtx): void {
  const fault = (path: string, message: string) =>
    report.addIssue({ code: 'custom', path: [path], message });
  if (from === undefined && to === undefined) return;
  if (from === undefined) return fault('from', say('This is needed.'));
  if (to === undefined) return fault('to', say('This is needed.'));
  if (to < from) return fault('to', say('This must not be before "from".'));
  if (dayOf(to) - dayOf(from) >= mostDays)
    fault('to', say('At most {count} days can be counted at once.', { count: mostDays }));
}
