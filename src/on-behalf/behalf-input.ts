// What POST /api/me/bookings takes: the time, who comes, and what the organiser has decided about it.
import { z } from 'zod';
import { attendeeInput, toAttendeeForm } from '../bookings/attendee-input.ts';
import type { AttendeeForm } from '../bookings/booking.ts';
import { instant } from '../bookings/hold-routes.ts';
import type { Database } from '../database/database.ts';
import type { EventType } from '../event-types/event-type.ts';
import { readInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { ownNote } from '../organisers/own-note-input.ts';
import { findHabits } from './behalf-queries.ts';
import { objectionWords } from './objection.ts';

/** Which event type, and how long: read first, as it decides what may be said of the attendee. */
export const behalfPlace = z.object({
  eventType: z.string().max(200),
  durationMinutes: z.int().optional(),
});

export function behalfInput(eventType: Pick<EventType, 'asks' | 'questions'>) {
  const form = attendeeInput(asksLittle(eventType));
  return z.strictObject({
    ...behalfPlace.shape,
    start: instant.refine((start) => start.getTime() % 60_000 === 0, {
      error: () => say('Give a whole minute.'),
    }),
    attendee: form.attendee,
    answers: form.answers,
    /** The organiser's own. */
    note: ownNote.nullish().transform((note) => note ?? null),
    accept: z.array(z.enum(objectionWords)).default([]),
  });
}

/** Who books for somebody knows what they know: only the name, and the address that the invitation goes to, must be there. */
export function asksLittle({
  asks,
  questions,
}: Pick<EventType, 'asks' | 'questions'>): Pick<EventType, 'asks' | 'questions'> {
  const little = Object.entries(asks).map(([field, how]) => [
    field,
    how === 'off' ? 'off' : 'optional',
  ]);
  return {
    asks: { ...(Object.fromEntries(little) as EventType['asks']), phone: 'optional' },
    questions: questions.map((question) => ({ ...question, isRequired: false })),
  };
}

/** What is not said of zone and language is as the person's last form had it, else as the organiser has it. */
export async function withHabits(
  database: Database,
  organiser: Organiser,
  attendee: unknown,
): Promise<unknown> {
  if (typeof attendee !== 'object' || attendee === null) return attendee;
  const { email } = attendee as { email?: unknown };
  const habits =
    typeof email === 'string' ? await findHabits(database, organiser.id, email.trim()) : null;
  const { timeZone, locale } = organiser;
  const usual = { timeZone: habits?.timeZone ?? timeZone, locale: habits?.locale ?? locale };
  return { ...usual, ...attendee };
}

/** Throws invalid_input; every fault is named by its field. */
export function readBehalf(body: unknown, eventType: Pick<EventType, 'asks' | 'questions'>) {
  const { attendee, answers, start, note, accept } = readInput(behalfInput(eventType), body);
  const form: AttendeeForm = toAttendeeForm({ attendee, answers, note: null });
  return { startsAt: start, attendee: form, note, accept };
}
