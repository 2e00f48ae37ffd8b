// What programs are told of an organiser's own bookings.
import { z } from 'zod';
import { shownStates } from './own-booking.ts';

const instant = z.iso.datetime({ offset: true });
const answer = z.union([z.string(), z.array(z.string()), z.boolean()]);

const ownAttendee = z.object({
  id: z.uuid().nullable().meta({ description: 'Of the record under /api/me/attendees.' }),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  timeZone: z.string().nullable(),
  response: z
    .enum(['needsAction', 'accepted', 'tentative', 'declined'])
    .nullable()
    .meta({ description: 'To Google’s invitation.' }),
  comment: z.string().nullable(),
  newPatient: z.boolean().nullable(),
  age: z.int().nullable(),
  gender: z.string().nullable(),
  address: z.string().nullable(),
  answers: z.record(z.string(), answer).nullable(),
  askedQuestions: z.array(z.object({ key: z.string(), label: z.string() })),
  note: z.string().nullable(),
  visits: z.int().meta({ description: 'Appointments that took place before this one.' }),
});

export const ownBookingAnswer = z
  .object({
    id: z.uuid(),
    state: z.enum(shownStates),
    start: instant,
    end: instant,
    expiresAt: instant.optional().meta({ description: 'Of a request.' }),
    isProven: z.boolean(),
    isClashing: z.boolean(),
    calendarFlag: z.string().nullable(),
    isPublished: z.boolean().meta({ description: 'Google has it as it stands.' }),
    publishTrouble: z
      .object({ code: z.string(), said: z.string(), at: instant, isGivenUp: z.boolean() })
      .nullable(),
    mailRefusal: z.string().nullable(),
    reason: z.string().nullable(),
    eventType: z.object({ slug: z.string(), title: z.string() }),
    attendee: ownAttendee.nullable().meta({ description: 'Null after erasure.' }),
    eventLink: z.string().nullable(),
    conferenceLink: z.string().nullable(),
    createdAt: instant,
    bookedBy: z.enum(['attendee', 'organiser']),
    note: z.string().nullable().meta({ description: 'One’s own.' }),
  })
  .meta({ id: 'OwnBooking' });

export const ownBookingsAnswer = z.object({
  bookings: z.array(ownBookingAnswer),
  nextCursor: z.string().nullable(),
});
