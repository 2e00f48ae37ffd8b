// What the organiser may ask and change of attendees and of their privacy.
import { z } from 'zod';
import { say } from '../languages/say.ts';

const cursor = z
  .string()
  .max(2000)
  .transform((text, report) => {
    const found = z
      .object({ name: z.string(), id: z.uuid() })
      .safeParse(parsed(Buffer.from(text, 'base64url').toString()));
    if (found.success) return found.data;
    report.addIssue({ code: 'custom', message: say('Give a cursor as an answer gave it') });
    return z.NEVER;
  });

export const searchInput = z.object({
  q: z
    .string()
    .trim()
    .max(200, { error: () => say('Keep it below 200 characters') })
    .optional(),
  cursor: cursor.optional(),
});

export const listInput = z.strictObject({
  ...searchInput.shape,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const noteInput = z.strictObject({
  note: z
    .string()
    .trim()
    .max(5000, { error: () => say('Keep it below 5,000 characters') })
    .nullable()
    .transform((note) => note || null),
});

export const otherId = z.uuid({ error: () => say('Give the id of the other record') });

const address = z
  .string({ error: () => say('Choose one of the two addresses.') })
  .trim()
  .max(320);

export const mergeInput = z.strictObject({
  with: otherId,
  email: address,
});

export const mergeForm = z.object({ email: address });

export const eraseInput = z.strictObject({
  cancelUpcoming: z.enum(['true', 'false']).default('false'),
  mailReceipt: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Whether the person gets the receipt by mail.' }),
});

/** A ticked box says yes. */
export const eraseForm = z.object({
  cancelUpcoming: z.literal('yes').optional(),
  mailReceipt: z.literal('yes').optional(),
});

export const exportInput = z.strictObject({
  format: z.enum(['json', 'csv'], { error: () => say('Say json or csv') }).default('json'),
});

const date = z.iso.date({ error: () => say('This must be a date like 2026-11-23.') }).optional();

/** None: all that there ever was. */
export const bookingsFileInput = z.object({ from: date, to: date });

const days = z
  .int({ error: () => say('Give whole days') })
  .min(1, { error: () => say('Keep it for a day at least') })
  .max(3650, { error: () => say('Keep it for ten years at most') })
  .nullable();

const retention = {
  age: days,
  gender: days,
  address: days,
  answers: days,
  phone: days,
  note: days,
};

export const retentionInput = z.strictObject(retention);

/** An empty field keeps. */
const typedDays = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(days);

export const retentionForm = z.object({
  age: typedDays,
  gender: typedDays,
  address: typedDays,
  answers: typedDays,
  phone: typedDays,
  note: typedDays,
});

export const privacyChange = z.strictObject({ retention: retentionInput.partial() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
