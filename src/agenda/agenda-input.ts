// What a program may ask of an organiser's bookings, and of their calendar between two dates.
import { z } from 'zod';
import { dayOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { shownStates } from '../organisers/own-booking.ts';

const mostDays = 62;
const example = '2026-11-23T09:00:00Z';

const instant = z.iso
  .datetime({
    offset: true,
    error: () => say('Give an instant with its offset, such as {example}', { example }),
  })
  .transform((text) => new Date(text));

const date = z.iso
  .date({ error: () => say('This must be a date like 2026-11-23.'), abort: true })
  .refine(isWithinReach, { error: () => say('Give a date between 1971 and 2198.'), abort: true });

const readableDate = z.iso.date().refine(isWithinReach);

/** Of a page: one that was mended by hand shows today. */
export const shownDate = readableDate.nullable().catch(null);

/** "2026-11" becomes its first day. */
export const shownMonth = z
  .string()
  .transform((month) => `${month}-01`)
  .pipe(readableDate)
  .nullable()
  .catch(null);

/** Time zones are followed that far, with room for what is before and after. */
function isWithinReach(date: string): boolean {
  return '1971' <= date && date < '2199';
}

const listed = () => say('Say one of: {words}', { words: shownStates.join(', ') });
const state = z.enum(shownStates, { error: listed });

const cursor = z
  .string()
  .max(200)
  .transform((text, report) => {
    const [at = '', id] = Buffer.from(text, 'base64url').toString().split(' ');
    const found = z.object({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id });
    if (found.success) return { startsAt: new Date(found.data.at), id: found.data.id };
    report.addIssue({ code: 'custom', message: say('Give a cursor as an answer gave it') });
    return z.NEVER;
  });

export const bookingsQuery = z.strictObject({
  from: instant.optional().meta({ description: 'Bookings that end after this; unsaid: now.' }),
  to: instant.optional().meta({ description: 'Bookings that start before this.' }),
  state: z.union([state.transform((one) => [one]), z.array(state)], { error: listed }).optional(),
  eventType: z.string().min(1).max(100).optional().meta({ description: 'Its slug.' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(200, { error: () => say('Keep it below 200 characters') })
    .optional()
    .meta({ description: 'Part of the attendee’s name, address or telephone number.' }),
  cursor: cursor.optional().meta({ description: 'nextCursor of the page before.' }),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export const agendaQuery = z
  .strictObject({ from: date, to: date })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: () => say('This must not be before "from".'),
  })
  .refine(({ from, to }) => dayOf(to) - dayOf(from) < mostDays, {
    path: ['to'],
    error: () => say('At most {count} days can be asked for at once.', { count: mostDays }),
  });
