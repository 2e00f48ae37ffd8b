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

const answer = z.union([z.string(), z.array(z.string()), z.boolean()]);

const exportedBooking = z.object({
  id: z.uuid(),
  state: z.enum(['requested', 'confirmed', 'completed', 'no_show', 'cancelled', 'expired']),
  start: instant,
  end: instant,
  eventType: z.string(),
  requestedAt: instant,
  confirmedAt: instant.nullable(),
  reason: z.string().nullable(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  timeZone: z.string().nullable(),
  language: z.string().nullable(),
  newPatient: z.boolean().nullable(),
  age: z.int().nullable(),
  gender: z.string().nullable(),
  address: z.string().nullable(),
  answers: z.record(z.string(), answer).nullable(),
  note: z.string().nullable(),
  organiserNote: z.string().nullable(),
  bookedBy: z.enum(['attendee', 'organiser']),
  response: z.string().nullable(),
  comment: z.string().nullable(),
  history: z.array(
    z.object({
      at: instant,
      by: z.enum(['attendee', 'organiser', 'google', 'system']),
      state: z.string(),
      start: instant,
      end: instant,
      reason: z.string().nullable(),
      deed: z.string().nullable(),
    }),
  ),
  mails: z.array(
    z.object({ message: z.string(), sentAt: instant, refusal: z.string().nullable() }),
  ),
});

export const exportAnswer = z.object({
  exportedAt: instant,
  attendee,
  bookings: z.array(exportedBooking),
});
