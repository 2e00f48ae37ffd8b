// What an organiser may write about an event type; every fault is named by its field.
import { z } from 'zod';
import { say } from '../languages/say.ts';
import { colours } from './colours.ts';
import { mostDurations, withLength, without } from './durations.ts';
import type { EventType } from './event-type.ts';
import { fives, minutes, oneOf, text, wholeNumber } from './field-input.ts';
import { place } from './place-input.ts';
import { questions } from './question-input.ts';
import type { EventTypeFields } from './write-event-type-queries.ts';

const asked = oneOf(['required', 'optional', 'off']);

const fields = {
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, {
    error: () =>
      say('Use 1 to 60 small letters, digits and hyphens, with a letter or digit at both ends.'),
  }),
  title: text(200, () => say('Give it a title.')),
  description: z
    .string()
    .trim()
    .max(2000, { error: () => say('Keep it below {count} characters.', { count: 2000 }) }),
  durationMinutes: fives(5, 720),
  durations: z
    .array(fives(5, 720))
    .min(1, { error: () => say('Give one length or more.') })
    .max(mostDurations, {
      error: () => say('Give at most {count} lengths.', { count: mostDurations }),
    })
    .optional()
    .meta({ description: 'To choose from; `durationMinutes`, one of them, is chosen already.' }),
  slotStepMinutes: fives(5, 720),
  bufferBeforeMinutes: minutes(0, 720),
  bufferAfterMinutes: minutes(0, 720),
  minimumNoticeMinutes: minutes(0, 525_600),
  horizonDays: wholeNumber(1, 365),
  dailyCap: wholeNumber(1, 1000).nullable(),
  confirmation: oneOf(['email', 'instant', 'approval']),
  onDecline: oneOf(['keep', 'cancel']),
  place,
  asks: z.strictObject({
    phone: asked.optional(),
    age: asked.optional(),
    gender: asked.optional(),
    address: asked.optional(),
    newPatient: asked.optional(),
  }),
  questions,
  colour: oneOf(colours),
  visibility: oneOf(['public', 'unlisted', 'secret']).meta({
    description: 'On the public page; by its link only; by a secret link only.',
  }),
  isHidden: z.boolean().meta({ description: 'Closed: on no page, and not to be booked.' }),
  position: wholeNumber(0, 1000).meta({ description: 'Its place among the others, from 0.' }),
  schedule: z.uuid({ error: () => say('Give the id of one of your schedules.') }).nullable(),
  bookingCalendarId: z
    .uuid({ error: () => say('Give the id of a calendar that you own.') })
    .nullable(),
};

/** Only what is there changes. */
export const eventTypeChange = z.strictObject(fields).partial();

/** The three that have no default are needed. */
export const eventTypeDraft = eventTypeChange.required({
  slug: true,
  title: true,
  durationMinutes: true,
});

export type EventTypeChange = z.infer<typeof eventTypeChange>;
export type EventTypeDraft = z.infer<typeof eventTypeDraft>;

/** What is not said stays as it was; of `asks`, each of its fields. */
export function applyChange(before: EventTypeFields, change: EventTypeChange): EventTypeFields {
  const { durations, durationMinutes, position: _, asks = {}, ...rest } = change;
  return {
    ...before,
    ...(withoutUnsaid(rest) as Partial<EventType>),
    ...changedLengths(before, durationMinutes, durations),
    asks: { ...before.asks, ...withoutUnsaid(asks) },
  };
}

function changedLengths(
  before: EventTypeFields,
  durationMinutes = before.durationMinutes,
  durations: readonly number[] | undefined,
) {
  if (durations === undefined) return withLength(before, durationMinutes);
  const others = [...new Set(durations)].sort((a, b) => a - b);
  return { durationMinutes, otherDurations: without(others, durationMinutes) };
}

function withoutUnsaid(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
