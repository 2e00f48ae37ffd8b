// The shapes of what /api/me/attendees and /api/me/privacy answer, for the API's description.
import { z } from 'zod';
import { retentionInput } from './attendee-input.ts';
import { erasedFields, receiptMails } from './receipt.ts';

const instant = z.iso.datetime({ offset: true });

export const attendee = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    formerAddresses: z.array(z.string()),
    phone: z.string().nullable(),
    note: z.string().nullable(),
    visits: z.int(),
    noShows: z.int(),
    firstVisitAt: instant.nullable(),
    lastVisitAt: instant.nullable(),
    nextBookingAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Attendee' });

export const receipt = z
  .object({
    id: z.uuid(),
    erasedAt: instant,
    fields: z.array(z.enum(erasedFields)),
    addressCount: z.int(),
    bookingCount: z.int(),
    cancelledCount: z.int(),
    mail: z.enum(receiptMails).meta({ description: 'Of the receipt to the person.' }),
    sentences: z.array(z.string()),
  })
  .meta({ id: 'ErasureReceipt', description: 'Names nobody, so that it may be kept.' });

export const privacy = z.object({ retention: retentionInput });
