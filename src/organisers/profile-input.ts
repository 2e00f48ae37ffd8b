// What an organiser may change of the profile.
import { z } from 'zod';
import { languages } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import { timeZone } from '../schedules/hours-input.ts';
import { handleFault } from './handle.ts';

export const profileChange = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: () => say('Give a name') })
    .max(100, { error: () => say('Keep it below 100 characters') })
    .optional(),
  handle: z.string().superRefine(reportHandle).optional(),
  timeZone: timeZone.optional(),
  /** Null: as the browser. */
  language: z
    .enum(languages, { error: () => say('Choose one of the languages.') })
    .nullable()
    .optional(),
  /** How programs said it before there was `language`. */
  locale: z
    .string()
    .refine(isLocale, { error: () => say('Give a language tag such as en or de-AT') })
    .optional(),
});

export const profileAnswer = z
  .object({
    id: z.uuid(),
    handle: z.string(),
    name: z.string(),
    email: z.string(),
    timeZone: z.string(),
    language: z.enum(languages).nullable().meta({ description: 'Null: as the browser.' }),
    locale: z.string().meta({ description: 'What the browser said last, for the mails.' }),
    bookingUrl: z.url(),
  })
  .meta({ id: 'Profile' });

export type ProfileChange = z.infer<typeof profileChange>;

function reportHandle(handle: string, report: z.RefinementCtx): void {
  const message = handleFault(handle);
  if (message) report.addIssue({ code: 'custom', message });
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
