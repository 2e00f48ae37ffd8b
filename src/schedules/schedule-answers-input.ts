// What the API answers about schedules and time off, for its description.
import { z } from 'zod';
import { date, hoursInput, intervals, timeZone, weekly } from './hours-input.ts';

const instant = z.iso.datetime({ offset: true });

const stranded = z.array(z.object({ id: z.uuid(), start: instant, end: instant })).meta({
  description: 'Bookings that this change leaves outside of the hours. They stay booked.',
});

/** The hours as they are kept now, and what lies outside of them since. */
export const hoursAnswer = z.object({ ...hoursInput.shape, stranded });

export const schedule = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isDefault: z.boolean(),
    timeZone,
    weekly,
    overrides: z.array(z.object({ date, intervals, label: z.string().optional() })),
    eventTypes: z.array(z.string()).meta({ description: 'The slugs of those that go by it.' }),
  })
  .meta({ id: 'Schedule' });

export const scheduleAnswer = z.object({ ...schedule.shape, stranded });

export const strandedAnswer = z.object({ stranded });

export const timeOff = z
  .object({ id: z.uuid(), start: instant, end: instant, label: z.string() })
  .meta({ id: 'TimeOff' });

export const timeOffAnswer = z.object({ ...timeOff.shape, stranded });
