// Opening hours as an organiser writes them: weekly intervals, and dates on which others hold. Every fault is named at once.
import { z } from 'zod';
import { dateOf } from '../availability/dates.ts';
import type { Availability, OpenInterval } from '../availability/open-hours.ts';
import { isTimeZone } from '../availability/time-zone.ts';
import { readInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import { dayIn } from '../web/dates.ts';

const start = /^([01]\d|2[0-3]):[0-5]\d$/;
const end = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

const opens = z.string().regex(start, { error: () => say('Write the opening time like 09:00') });
const closes = z
  .string()
  .regex(end, { error: () => say('Write the closing time like 17:00, or 24:00') });

const interval = z.strictObject({ opens, closes }).superRefine(closesLater);

const weekdayFault = { error: () => say('Give a weekday from 1 (Monday) to 7 (Sunday)') };
const weekday = z.int(weekdayFault).min(1, weekdayFault).max(7, weekdayFault);

export const timeZone = z
  .string()
  .refine(isTimeZone, { error: () => say('Give an IANA zone such as Europe/Berlin') });

export const date = z.iso.date({
  error: () => say('Give a date such as 2026-12-24'),
  abort: true,
});

export const intervals = z
  .array(interval)
  .max(20, { error: () => say('Give at most 20 intervals') })
  .superRefine(apart);

export const weekly = z
  .array(z.strictObject({ weekday, opens, closes }).superRefine(closesLater))
  .max(140, { error: () => say('Give at most 20 intervals a day') })
  .superRefine(apart);

export const hoursInput = z.strictObject({ timeZone, weekly, overrides: overridesOf(date) });

/** A date that is past may stay, so that the same hours can be sent again and again; it cannot be added any more. */
export function readHours(body: unknown, before: Availability, now: Date): Availability {
  const zone = z.object({ timeZone }).safeParse(body).data?.timeZone ?? before.timeZone;
  const overrides = overridesOf(notPast(before, zone, now));
  return readInput(hoursInput.extend({ overrides }), body);
}

/** Any date but one that is over and was not there before. */
export function notPast(
  before: Pick<Availability, 'overrides'>,
  zone: string,
  now: Date,
): z.ZodType<string> {
  const today = todayIn(zone, now);
  const known = new Set(before.overrides.map((override) => override.date));
  return date.refine((date) => date >= today || known.has(date), {
    error: () => say('This date is past'),
  });
}

export function todayIn(zone: string, now: Date): string {
  return dateOf(dayIn(zone, now));
}

export function overridesOf(date: z.ZodType<string>) {
  return overridesLike(z.strictObject({ date, intervals }));
}

export function overridesLike<Row extends z.ZodType<{ date: string }>>(row: Row) {
  return z
    .array(row)
    .max(1000, { error: () => say('Give at most 1,000 dates') })
    .superRefine(onceADate);
}

type Report = z.RefinementCtx;
type Row = OpenInterval & { weekday?: number };

/** Times of two digits each sort as they follow one another. */
function closesLater(row: OpenInterval, report: Report): void {
  if (!areTimes(row) || row.closes > row.opens) return;
  const message = row.closes < row.opens ? splitWords(row) : say('Closes as soon as it opens');
  report.addIssue({ code: 'custom', path: ['closes'], message });
}

/** An interval belongs to one day: one across midnight is two. */
function splitWords({ opens, closes }: OpenInterval): string {
  if (closes === '00:00') return say('Closes before it opens. For the end of the day write 24:00');
  return say(
    'Closes before it opens. To be open across midnight, write {opens}–24:00 here and 00:00–{closes} on the next day',
    { opens, closes },
  );
}

/** Intervals of one day may touch, but an overlap is a slip of the pen. */
function apart(rows: readonly Row[], report: Report): void {
  const order = rows.map((row, index) => ({ row, index })).filter(({ row }) => areTimes(row));
  order.sort((a, b) => (sortKey(a.row) < sortKey(b.row) ? -1 : 1));
  for (const [place, { row, index }] of order.entries()) {
    const before = order[place - 1]?.row;
    if (!before || before.weekday !== row.weekday || before.closes <= row.opens) continue;
    const message = say('This overlaps {opens}–{closes}', { ...before });
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
    const message = say('This date is in the list already');
    report.addIssue({ code: 'custom', path: [index, 'date'], message });
  }
}
