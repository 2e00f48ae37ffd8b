// A booking's note as its organiser gives it.
import { z } from 'zod';
import { say } from '../languages/say.ts';

export const ownNote = z
  .string()
  .trim()
  .max(5000, { error: () => say('Keep it below 5,000 characters') })
  .regex(/^[\P{Cc}\n\r\t]*$/u, { error: () => say('Please leave out control characters.') })
  .transform((note) => note.replaceAll('\r\n', '\n') || null);

export const ownNoteInput = z.strictObject({ note: ownNote.nullable() });
