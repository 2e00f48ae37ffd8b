// What a visitor asked the calendar for. An address that was mended by hand, or cut short by a messenger, shows the
// calendar all the same: what cannot be read counts as not said.
import { z } from 'zod';
import { isTimeZone } from '../../availability/time-zone.ts';
import { say } from '../../languages/say.ts';
import { findTimeZone } from './zone-names.ts';

const error = () => say('Please choose one of the times.');

/** Within the years that time zones are known for. */
export const instant = z.iso
  .datetime({ offset: true, error })
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() >= 1970 && date.getUTCFullYear() < 2199, { error });

/** Which of the event type's lengths; in addresses of those that have several. */
export const chosenLength = z.coerce.number().optional().catch(undefined);

/** Of a secret link. */
export const secretKey = z.string().max(100).optional().catch(undefined);

export const pickerQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  date: z.iso.date().optional().catch(undefined),
  timeZone: z.string().transform(findTimeZone).pipe(z.string()).optional().catch(undefined),
  clock: z.enum(['12', '24']).optional().catch(undefined),
  hold: z.string().max(100).optional().catch(undefined),
  durationMinutes: chosenLength,
  key: secretKey,
});

/** What was asked for in vain, in the asker's words: shown, so that no zone changes in silence. */
export function unknownZoneIn({ timeZone }: { timeZone?: unknown }): string | null {
  if (typeof timeZone !== 'string' || timeZone.trim() === '') return null;
  return findTimeZone(timeZone) === null ? timeZone.trim().slice(0, 60) : null;
}

export type PickerQuery = z.infer<typeof pickerQuery>;

/** The same, for a booking that is moved: with the new time, once it is chosen. */
export const moveQuery = pickerQuery.omit({ hold: true, durationMinutes: true, key: true }).extend({
  start: instant.optional().catch(undefined),
});

export type MoveQuery = z.infer<typeof moveQuery>;

/** A slot that was chosen, as its button says it. */
export const slotChoice = z.object({
  start: instant,
  timeZone: z.string().refine(isTimeZone).optional().catch(undefined),
  clock: z.enum(['12', '24']).optional().catch(undefined),
  hold: z.string().max(100).optional().catch(undefined),
  durationMinutes: chosenLength,
  key: secretKey,
  /** The page's own key: a form that is sent twice makes one choice. */
  visit: z.uuid().optional().catch(undefined),
});

/** A hold that is let go, and the calendar to go back to. */
export const leaving = pickerQuery.omit({ month: true, hold: true }).extend({
  leave: z.string().max(100),
});

export type SlotChoice = z.infer<typeof slotChoice>;
