// What an organiser says of a new key for programs.
import { z } from 'zod';
import { say } from '../languages/say.ts';
import { keyScopes } from './api-key-queries.ts';

export const apiKeyInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: () => say('Give it a name') })
    .max(100, { error: () => say('Keep it below 100 characters') }),
  /** Without a word it may write, as all keys did once. */
  scope: z.enum(keyScopes, { error: () => say('Say read or write') }).default('write'),
});
