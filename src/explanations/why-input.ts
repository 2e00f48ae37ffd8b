// What is asked: an event type, a date and a time on the organiser's clock; or, by programs, an instant.
import { z } from 'zod';
import { say } from '../languages/say.ts';

const first = Date.UTC(2000, 0);
const end = Date.UTC(2100, 0);
const farAway = () => say('Choose a time between the years 2000 and 2099.');
const noTime = () => say('Give a time, such as 9:30.');
const noLength = () => say('Give a whole number of minutes.');

export const whyQuestion = z.strictObject({
  eventType: z.string({ error: () => say('Choose an event type.') }),
  /** Empty: the event type's own. */
  durationMinutes: z
    .literal('')
    .transform(() => undefined)
    .or(z.coerce.number({ error: noLength }).int({ error: noLength }))
    .optional(),
  date: z.iso
    .date({ error: () => say('Choose a date.'), abort: true })
    .refine((date) => isNear(Date.parse(date)), { error: farAway }),
  time: z
    .string({ error: noTime })
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error: noTime })
    .transform((time) => time.replace('.', ':').padStart(5, '0')),
  /** Of a time that the clock shows twice. */
  again: z.literal('1').optional(),
});

export const whyQuery = z.strictObject({
  at: z.iso
    .datetime({
      offset: true,
      error: () => say('This must be an instant with its offset, like 2026-11-23T09:00:00+01:00.'),
      abort: true,
    })
    .transform((text) => new Date(text))
    .refine((at) => isNear(at.getTime()), { error: farAway }),
  durationMinutes: z.coerce
    .number({ error: noLength })
    .int({ error: noLength })
    .optional()
    .meta({ description: 'One of the event type’s lengths; its own where none is said.' }),
});

function isNear(milliseconds: number): boolean {
  return milliseconds >= first && milliseconds < end;
}
