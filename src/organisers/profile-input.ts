// What an organiser may change of the profile.
import { z } from 'zod';
import { handleFault } from './handle.ts';
import { timeZone } from '../schedules/hours-input.ts';

export const profileChange = z.strictObject({
  name: z.string().trim().min(1, 'Give a name').max(100, 'Keep it below 100 characters').optional(),
  handle: z.string().superRefine(reportHandle).optional(),
  timeZone: timeZone.optional(),
  locale: z.string().refine(isLocale, 'Give a language tag such as en or de-AT').optional(),
});

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
