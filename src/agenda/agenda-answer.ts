// What programs are told of an organiser's days.
import { z } from 'zod';
import { ownBookingAnswer } from '../organisers/own-booking-answer.ts';

const instant = z.iso.datetime({ offset: true });

export const agendaAnswer = z.object({
  timeZone: z.string(),
  days: z.array(
    z.object({
      date: z.iso.date(),
      open: z.array(z.object({ opens: z.string(), closes: z.string() })),
    }),
  ),
  busy: z
    .object({
      knownFrom: instant,
      knownUntil: instant,
      times: z.array(z.object({ start: instant, end: instant })),
    })
    .nullable()
    .meta({ description: 'Null: what Google has is not known.' }),
  bookings: z.array(ownBookingAnswer),
});
