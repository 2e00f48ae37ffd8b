// A date and a time as an organiser typed them, on their own clock.
import { z } from 'zod';
import { wallTime } from '../explanations/wall-time.ts';
import { invalidInput, readInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import { type FieldError, isProblem } from '../problem.ts';

const typedTime = z.object({
  on: z.iso
    .date({ error: () => say('Choose a date'), abort: true })
    .refine((date) => date.startsWith('20'), {
      error: () => say('Choose a date within this century'),
    }),
  at: z
    .string()
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error: () => say('Give a time, such as 9:30') })
    .transform((time) => time.replace('.', ':').padStart(5, '0')),
});

export type TypedTime = { start: Date | null; errors: readonly FieldError[] };

/** Nothing is wrong where nothing was typed. */
export function readTypedTime(
  { on, at }: { on?: string | undefined; at?: string | undefined },
  timeZone: string,
): TypedTime {
  if (on === undefined && at === undefined) return { start: null, errors: [] };
  try {
    return { start: readOtherTime({ on: on ?? '', at: at ?? '' }, timeZone), errors: [] };
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    return { start: null, errors: error.errors ?? [] };
  }
}

/** Throws invalid_input, also for a time that the clock skips. */
export function readOtherTime(typed: { on: string; at: string }, timeZone: string): Date {
  const { on, at } = readInput(typedTime, typed);
  const { startsAt, isSkipped } = wallTime(timeZone, on, at);
  if (!isSkipped) return startsAt;
  const message = say('On that day the clock goes forward and never shows this time.');
  throw invalidInput([{ field: 'at', message }]);
}
