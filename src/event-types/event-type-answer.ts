// What programs are told of one's own event types.
import { z } from 'zod';
import { colours } from './colours.ts';

const asked = z.enum(['required', 'optional', 'off']);

const place = z.union([
  z.object({ kind: z.enum(['none', 'meet']) }),
  z.object({ kind: z.literal('in_person'), address: z.string() }),
  z.object({ kind: z.literal('phone'), whoCalls: z.literal('organiser') }),
  z.object({ kind: z.literal('phone'), whoCalls: z.literal('attendee'), number: z.string() }),
  z.object({ kind: z.literal('link'), url: z.url() }),
]);

const question = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['short', 'long', 'choice', 'several', 'yes_no']),
  isRequired: z.boolean(),
  options: z.array(z.string()).optional().meta({ description: 'Of choice and several.' }),
});

export const eventTypeAnswer = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    position: z.int(),
    title: z.string(),
    description: z.string(),
    durationMinutes: z.int(),
    durations: z.array(z.int()).meta({ description: 'All to choose from, sorted.' }),
    slotStepMinutes: z.int(),
    bufferBeforeMinutes: z.int(),
    bufferAfterMinutes: z.int(),
    minimumNoticeMinutes: z.int(),
    horizonDays: z.int(),
    dailyCap: z.int().nullable(),
    confirmation: z.enum(['email', 'instant', 'approval']),
    onDecline: z.enum(['keep', 'cancel']),
    place,
    asks: z.object({
      phone: asked,
      age: asked,
      gender: asked,
      address: asked,
      newPatient: asked,
    }),
    questions: z.array(question),
    colour: z.enum(colours),
    visibility: z.enum(['public', 'unlisted', 'secret']),
    isHidden: z.boolean(),
    schedule: z.uuid().nullable(),
    bookingCalendarId: z.uuid().nullable(),
  })
  .meta({ id: 'EventType' });

export const eventTypesAnswer = z.object({ eventTypes: z.array(eventTypeAnswer) });
