// The shape of what /api/me/numbers answers, for the API's description.
import { z } from 'zod';

const outcomes = {
  booked: z.int().meta({ description: 'Took place, or are to come.' }),
  noShows: z.int(),
  cancelled: z.int(),
  cancelledByAttendee: z.int(),
};

export const numbersAnswer = z
  .object({
    timeZone: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    figures: z.object({
      appointments: z.int(),
      over: z.int().meta({ description: 'Of the appointments, those that are past.' }),
      noShows: z.int(),
      confirmed: z.int().meta({ description: 'Appointments, and those that were cancelled.' }),
      cancelled: z.int(),
      openMinutes: z.int().meta({ description: 'Until now.' }),
      bookedMinutes: z.int(),
      medianLeadDays: z.number().nullable(),
    }),
    weeks: z.array(z.object({ monday: z.iso.date(), ...outcomes })),
    eventTypes: z.array(z.object({ title: z.string(), ...outcomes })),
    openHours: z
      .array(
        z.object({
          weekday: z.int().min(1).max(7),
          hour: z.int().min(0).max(23),
          openMinutes: z.int(),
          bookedMinutes: z.int(),
        }),
      )
      .meta({ description: 'Hours that are ever open; weekdays are ISO’s, Monday is 1.' }),
    leadTimes: z.array(z.object({ fromDays: z.int(), toDays: z.int().nullable(), count: z.int() })),
    starts: z.array(z.object({ hour: z.int(), count: z.int() })),
  })
  .meta({ id: 'Numbers' });
