// What an organiser says of a new secret link, and what programs are told of one.
import { z } from 'zod';
import { say } from '../languages/say.ts';
import { wholeNumber } from './field-input.ts';

export const secretLinkDraft = z.strictObject({
  label: z
    .string()
    .trim()
    .max(100, { error: () => say('Keep it below {count} characters.', { count: 100 }) })
    .optional()
    .meta({ description: 'Whom it is for; only its organiser sees it.' }),
  mostUses: wholeNumber(1, 1000)
    .nullable()
    .optional()
    .meta({ description: 'How many bookings it lets in; null: any number.' }),
  expiresAt: z.iso
    .datetime({
      offset: true,
      error: () => say('This must be an instant with its offset, like 2026-11-23T09:00:00+01:00.'),
    })
    .transform((text) => new Date(text))
    .nullable()
    .optional(),
});

export type SecretLinkDraft = z.infer<typeof secretLinkDraft>;

const instant = z.iso.datetime({ offset: true });

export const secretLinkAnswer = z
  .object({
    id: z.uuid(),
    label: z.string(),
    url: z.url().meta({ description: 'Carries the secret: `key` in its query.' }),
    state: z.enum(['open', 'used_up', 'expired', 'revoked']),
    mostUses: z.int().nullable(),
    uses: z.int().meta({ description: 'Bookings made by it that stand.' }),
    expiresAt: instant.nullable(),
    createdAt: instant,
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'SecretLink' });
