// What is asked: an event type, a date and a time on the organiser's clock; or, by programs, an instant.
import { z } from 'zod';

const first = Date.UTC(2000, 0);
const end = Date.UTC(2100, 0);
const farAway = 'Choose a time between the years 2000 and 2099';

export const whyQuestion = z.strictObject({
  eventType: z.string('Choose an event type'),
  date: z.iso
    .date({ error: 'Choose a date', abort: true })
    .refine((date) => isNear(Date.parse(date)), farAway),
  time: z
    .string('Give a time, such as 9:30')
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Give a time, such as 9:30')
    .transform((time) => time.replace('.', ':').padStart(5, '0')),
  /** Of a time that the clock shows twice. */
  again: z.literal('1').optional(),
});

export const whyQuery = z.strictObject({
  at: z.iso
    .datetime({
      offset: true,
      error: 'Give an instant with its offset, such as 2026-11-23T09:00:00Z',
      abort: true,
    })
    .transform((text) => new Date(text))
    .refine((at) => isNear(at.getTime()), farAway),
});

function isNear(milliseconds: number): boolean {
  return milliseconds >= first && milliseconds < end;
}
