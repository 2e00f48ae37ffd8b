// Opening hours as an organiser writes them: weekly intervals, and dates on which others hold. Every fault is named at once.
import { z } from 'zod';
import { dateOf } from '../availability/dates.ts';
import type { Availability, OpenInterval } from '../availability/open-hours.ts';
import { isTimeZone } from '../availability/time-zone.ts';
import { readInput } from '../http/input.ts';
import { dayIn } from '../web/dates.ts';

const start = /^([01]\d|2[0-3]):[0-5]\d$/;
const end = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

const opens = z.string().regex(start, 'Write the opening time like 09:00');
const closes = z.string().regex(end, 'Write the closing time like 17:00, or 24:00');

const interval = z.strictObject({ opens, closes }).superRefine(closesLater);

const weekday = z.int('Give a weekday from 1 (Monday) to 7 (Sunday)').min(1).max(7);

export const timeZone = z.string().refine(isTimeZone, 'Give an IANA zone such as Europe/Berlin');

const date = z.iso.date('Give a date such as 2026-12-24');

export const hoursInput = z.strictObject({
  timeZone,
  weekly: z
    .array(z.strictObject({ weekday, opens, closes }).superRefine(closesLater))
    .max(140, 'Give at most 20 intervals a day')
    .superRefine(apart),
  overrides: overridesOf(date),
});

/** A date that is past may stay, so that the same hours can be sent again and again; it cannot be added any more. */
export function readHours(body: unknown, before: Availability, now: Date): Availability {
  const zone = z.object({ timeZone }).safeParse(body).data?.timeZone ?? before.timeZone;
  const today = dateOf(dayIn(zone, now));
  const known = new Set(before.overrides.map((override) => override.date));
  const open = date.refine((date) => date >= today || known.has(date), 'This date is past');
  return readInput(hoursInput.extend({ overrides: overridesOf(open) }), body);
}

function overridesOf(date: z.ZodType<string>) {
  const intervals = z.array(interval).max(20, 'Give at most 20 intervals').superRefine(apart);
  return z
    .array(z.strictObject({ date, intervals }))
    .max(1000, 'Give at most 1,000 dates')
    .superRefine(onceADate);
}

type Report = z.RefinementCtx;
type Row = OpenInterval & { weekday?: number };

/** Times of two digits each sort as they follow one another. */
function closesLater(row: OpenInterval, report: Report): void {
  if (!areTimes(row) || row.closes > row.opens) return;
  const message = row.closes < row.opens ? 'Closes before it opens' : 'Closes as soon as it opens';
  report.addIssue({ code: 'custom', path: ['closes'], message });
}

/** Intervals of one day may touch, but an overlap is a slip of the pen. */
function apart(rows: readonly Row[], report: Report): void {
  const order = rows.map((row, index) => ({ row, index })).filter(({ row }) => areTimes(row));
  order.sort((a, b) => (sortKey(a.row) < sortKey(b.row) ? -1 : 1));
  for (const [place, { row, index }] of order.entries()) {
    const before = order[place - 1]?.row;
    if (!before || before.weekday !== row.weekday || before.closes <= row.opens) continue;
    const message = `This overlaps ${before.opens}–${before.closes}`;
    report.addIssue({ code: 'custom', path: [index, 'opens'], message });
  }
}

/** What is no time has been named already. */
function areTimes({ opens, closes }: OpenInterval): boolean {
  return start.test(opens) && end.test(closes);
}

function sortKey({ weekday = 0, opens }: Row): string {
  return `${weekday} ${opens}`;
}

function onceADate(overrides: readonly { date: string }[], report: Report): void {
  for (const [index, { date }] of overrides.entries()) {
    if (overrides.findIndex((other) => other.date === date) === index) continue;
    const message = 'This date is in the list already';
    report.addIssue({ code: 'custom', path: [index, 'date'], message });
  }
}
