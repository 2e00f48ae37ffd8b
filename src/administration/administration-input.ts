// What an administrator may ask and change, and what programs get.
import { z } from 'zod';
import { say } from '../languages/say.ts';
import { entryFault } from './invitation.ts';

export const organisersQuery = z.object({
  q: z
    .string()
    .trim()
    .max(200, { error: () => say('Keep it below 200 characters') })
    .optional(),
  page: z.coerce
    .number({ error: () => say('Give the number of a page') })
    .int()
    .min(1)
    .max(100_000)
    .default(1),
});

export const invitationInput = z.strictObject({
  /** An address, or `@domain`. */
  entry: z.string().trim().toLowerCase().superRefine(reportEntry),
});

function reportEntry(entry: string, report: z.RefinementCtx): void {
  const message = entryFault(entry);
  if (message !== null) report.addIssue({ code: 'custom', message });
}

const instant = z.iso.datetime().nullable();

const listedOrganiser = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    handle: z.string(),
    bookingUrl: z.url(),
    isAdministrator: z.boolean(),
    disabledAt: instant,
    lastSignInAt: instant,
    upcomingBookings: z.int(),
    connection: z.object({
      offersTimes: z
        .boolean()
        .meta({ description: 'False while what is wrong keeps times from being offered.' }),
      troubles: z.array(z.string()).meta({ description: 'As in GET /api/me/calendars.' }),
    }),
  })
  .meta({ id: 'ListedOrganiser' });

export const organisersAnswer = z.object({
  organisers: z.array(listedOrganiser),
  page: z.int(),
  pages: z.int(),
  count: z.int(),
});

export const invitationAnswer = z
  .object({
    id: z.uuid(),
    entry: z.string(),
    invitedAt: z.iso.datetime(),
    invitedBy: z.string().nullable(),
    mail: z.enum(['none', 'on_its_way', 'sent', 'refused']),
    mailedAt: instant,
    mailRefusal: z
      .string()
      .nullable()
      .meta({ description: 'What the mail server said when it refused the mail for good.' }),
  })
  .meta({ id: 'Invitation' });

export const invitationsAnswer = z.object({ invitations: z.array(invitationAnswer) });
