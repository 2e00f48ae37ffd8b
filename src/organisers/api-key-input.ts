// What an organiser says of a new key for programs, and what programs get.
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

const apiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scope: z.enum(keyScopes).meta({ description: 'A key that reads gets 403 for all but GET.' }),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().meta({ description: 'To the minute.' }),
  })
  .meta({ id: 'ApiKey' });

export const apiKeysAnswer = z.object({ apiKeys: z.array(apiKey) });

export const newApiKeyAnswer = apiKey.extend({
  key: z.string().meta({ description: 'Shown this once.' }),
});
