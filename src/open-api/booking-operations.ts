// What attendees and their programs can ask: who offers time, what is free, holds and bookings.
import { z } from 'zod';
import { slotsQuery } from '../availability/slots-routes.ts';
import { bookingInput } from '../bookings/booking-input.ts';
import { cancelInput, confirmInput, rescheduleInput } from '../bookings/booking-routes.ts';
import { holdInput } from '../bookings/hold-routes.ts';
import { defaultAsks } from '../event-types/event-type.ts';
import { takes } from './takes.ts';

const instant = z.iso.datetime({ offset: true });
const slot = z.object({ start: instant, end: instant });

const hold = z
  .object({ token: z.string(), start: instant, end: instant, expiresAt: instant })
  .meta({ id: 'Hold' });

const booking = z
  .object({
    id: z.uuid(),
    state: z.enum([
      'held',
      'requested',
      'confirmed',
      'completed',
      'no_show',
      'cancelled',
      'expired',
    ]),
    start: instant,
    end: instant,
    expiresAt: instant.optional(),
    provenAt: instant.optional(),
    manageUrl: z.url(),
  })
  .meta({ id: 'Booking' });

const bookingInFull = z
  .object({
    ...booking.shape,
    organiser: z.object({ handle: z.string(), name: z.string(), timeZone: z.string() }),
    eventType: z.object({ slug: z.string(), title: z.string(), durationMinutes: z.int() }),
    attendee: z
      .object({ name: z.string(), email: z.string(), timeZone: z.string() })
      .nullable()
      .meta({ description: 'Null after erasure.' }),
  })
  .meta({ id: 'BookingInFull' });

const profile = z.object({
  name: z.string(),
  timeZone: z.string(),
  eventTypes: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      description: z.string(),
      durationMinutes: z.int(),
      durations: z.array(z.int()),
    }),
  ),
});

const slots = z.object({ timeZone: z.string(), checkedAt: instant, slots: z.array(slot) });
const anyAnswer = z.union([z.string(), z.array(z.string()), z.boolean()]);
const littleAsked = { asks: { ...defaultAsks, phone: 'optional' as const }, questions: [] };
const anyBooking = z.strictObject({
  ...bookingInput(littleAsked).shape,
  answers: z
    .record(z.string(), anyAnswer)
    .optional()
    .meta({ description: 'To the event type’s own questions, by their keys.' }),
});
const organiser = '/api/organisers/{handle}';

export const bookingOperations = [
  takes('get', '/api/hello', 'Is it up', { answer: z.object({ message: z.string() }) }),
  takes('get', organiser, 'Who offers time, and what can be booked', { answer: profile }),
  takes('get', `${organiser}/event-types/{slug}/slots`, 'What is free between two dates', {
    query: z.object(slotsQuery.shape),
    answer: slots,
  }),
  takes('post', '/api/holds', 'Keep a slot for ten minutes', {
    body: holdInput,
    answer: hold,
    status: 201,
  }),
  takes('delete', '/api/holds/{token}', 'Let a held slot go', { status: 204 }),
  takes('post', '/api/bookings', 'Send the form, with a hold or with the slot itself', {
    body: anyBooking,
    answer: booking,
    status: 201,
    or: { status: 200, answer: booking },
  }),
  takes('post', '/api/bookings/confirm', 'Prove the e-mail address', {
    body: confirmInput,
    answer: booking,
  }),
  takes('get', '/api/bookings/{token}', 'A booking, by its link', { answer: bookingInFull }),
  takes('post', '/api/bookings/{token}/reschedule', 'Move it', {
    body: rescheduleInput,
    answer: booking,
  }),
  takes('post', '/api/bookings/{token}/cancel', 'Call it off', {
    body: cancelInput,
    answer: booking,
  }),
  takes('get', '/api/bookings/{token}/invite.ics', 'As a calendar file', {
    files: ['text/calendar'],
  }),
];
