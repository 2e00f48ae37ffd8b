// What an organiser may write about an event type; every fault is named by its field.
import { z } from 'zod';
import { say } from '../languages/say.ts';
import type { EventType } from './event-type.ts';
import type { EventTypeFields } from './write-event-type-queries.ts';

const asked = z.enum(['required', 'optional', 'off'], 'Say required, optional or off');

const minutes = (from: number, to: number) =>
  z.int('Give a whole number').min(from, atLeast(from)).max(to, atMost(to));

const fives = (from: number, to: number) =>
  minutes(from, to).multipleOf(5, 'Give a multiple of 5 minutes');

const place = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('phone') }),
    z.strictObject({ kind: z.literal('meet') }),
    z.strictObject({
      kind: z.literal('in_person'),
      address: text(500, 'Say where to come to'),
    }),
    z.strictObject({
      kind: z.literal('link'),
      url: z.url({ protocol: /^https?$/, error: 'Give the address of the meeting, with https://' }),
    }),
  ],
  'Say none, in_person, phone, meet or link',
);

const question = z.strictObject({
  key: z.string().regex(/^[\w-]{1,40}$/, 'Use up to 40 letters, digits, hyphens and underscores'),
  label: text(200, 'Write the question'),
  kind: z.enum(['short', 'long'], 'Say short or long'),
  isRequired: z.boolean(),
});

const fields = {
  slug: z
    .string()
    .regex(
      /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/,
      'Use 1 to 60 small letters, digits and hyphens, with a letter or digit at both ends',
    ),
  title: text(200, 'Give it a title'),
  description: z.string().trim().max(2000, 'Keep it below 2,000 characters'),
  durationMinutes: fives(5, 720),
  slotStepMinutes: fives(5, 720),
  bufferBeforeMinutes: minutes(0, 720),
  bufferAfterMinutes: minutes(0, 720),
  minimumNoticeMinutes: minutes(0, 525_600),
  horizonDays: z.int('Give a whole number').min(1, atLeast(1)).max(365, atMost(365)),
  dailyCap: z.int('Give a whole number').min(1, atLeast(1)).max(1000, atMost(1000)).nullable(),
  confirmation: z.enum(['email', 'instant', 'approval'], 'Say email, instant or approval'),
  onDecline: z.enum(['keep', 'cancel'], 'Say keep or cancel'),
  place,
  asks: z.strictObject({
    phone: asked.optional(),
    age: asked.optional(),
    gender: asked.optional(),
    address: asked.optional(),
    newPatient: asked.optional(),
  }),
  questions: z
    .array(question)
    .max(20, 'Ask at most 20 questions')
    .refine(hasOwnKeys, 'Each question needs a key of its own'),
  isHidden: z.boolean(),
  schedule: z.uuid({ error: () => say('Give the id of one of your schedules') }).nullable(),
  bookingCalendarId: z.uuid('Give the id of a calendar that you own').nullable(),
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
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  const asks = Object.entries(change.asks ?? {}).filter(([, value]) => value !== undefined);
  return {
    ...before,
    ...(Object.fromEntries(said) as Partial<EventType>),
    asks: { ...before.asks, ...Object.fromEntries(asks) },
  };
}

function text(longest: number, whenEmpty: string) {
  return z.string().trim().min(1, whenEmpty).max(longest, `Keep it below ${longest} characters`);
}

function atLeast(least: number): string {
  return `Give at least ${least}`;
}

function atMost(most: number): string {
  return `Give at most ${most}`;
}

function hasOwnKeys(questions: { key: string }[]): boolean {
  return new Set(questions.map(({ key }) => key)).size === questions.length;
}
