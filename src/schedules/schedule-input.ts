// Schedules and time off as programs write them.
import { z } from 'zod';
import { readInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import { date, intervals, notPast, overridesLike, weekly } from './hours-input.ts';
import type { Hours } from './schedule.ts';

export const scheduleName = z
  .string()
  .trim()
  .min(1, { error: () => say('Give it a name') })
  .max(60, { error: () => say('Keep it below 60 characters') });

/** Of dates and of time off. */
export const label = z
  .string()
  .trim()
  .max(100, { error: () => say('Keep it below 100 characters') });

const override = z.strictObject({ date, intervals, label: label.optional() });

/** A new one begins with no hours, or with those of another. */
export const scheduleDraft = z.strictObject({
  name: scheduleName,
  copyOf: z.uuid({ error: () => say('Give the id of one of your schedules.') }).optional(),
  weekly: weekly.optional(),
  overrides: overridesLike(override).optional(),
});

export const scheduleChange = z.strictObject({
  name: scheduleName,
  weekly,
  overrides: overridesLike(override),
  isDefault: z.literal(true, { error: () => say('Make another one the default') }).optional(),
});

export type ScheduleDraft = z.infer<typeof scheduleDraft>;
export type ScheduleChange = z.infer<typeof scheduleChange>;

/** As readHours does: a date that is past may stay, but is not added. */
export function readScheduleChange(
  body: unknown,
  before: Hours,
  { timeZone, now }: { timeZone: string; now: Date },
): ScheduleChange {
  const row = override.extend({ date: notPast(before, timeZone, now) });
  return readInput(scheduleChange.extend({ overrides: overridesLike(row) }), body);
}

export const scheduleGone = z.strictObject({
  moveTo: z
    .union([z.uuid(), z.literal('default')], {
      error: () => say('Give the id of one of your schedules.'),
    })
    .optional()
    .meta({ description: 'Where event types that use it go.' }),
});

const instant = z.iso
  .datetime({
    offset: true,
    error: () =>
      say('Give an instant with its offset, such as {example}', {
        example: '2026-11-23T09:00:00Z',
      }),
  })
  .transform((text) => new Date(text))
  .refine((instant) => instant >= earliest && instant < latest, {
    error: () => say('Give a time between 1971 and 2199'),
  });

const earliest = new Date('1971-01-01T00:00:00Z');
const latest = new Date('2199-01-01T00:00:00Z');

export const timeOffInput = z
  .strictObject({ start: instant, end: instant, label: label.optional() })
  .refine(({ start, end }) => start < end, {
    path: ['end'],
    error: () => say('This must be after the start'),
  });
