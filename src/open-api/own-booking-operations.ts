// The organiser’s bookings and days, and what can be done with them.
import { z } from 'zod';
import { agendaAnswer } from '../agenda/agenda-answer.ts';
import { agendaQuery, bookingsQuery } from '../agenda/agenda-input.ts';
import { cancelInput } from '../bookings/booking-routes.ts';
import { defaultAsks } from '../event-types/event-type.ts';
import { behalfInput } from '../on-behalf/behalf-input.ts';
import { ownBookingAnswer, ownBookingsAnswer } from '../organisers/own-booking-answer.ts';
import { ownRescheduleInput } from '../organisers/own-booking-routes.ts';
import { ownNoteInput } from '../organisers/own-note-input.ts';
import { takes } from './takes.ts';

const own = '/api/me/bookings/{id}';

const one = { answer: ownBookingAnswer };

export const ownBookingOperations = [
  takes('get', '/api/me/bookings', 'One’s bookings', {
    query: bookingsQuery,
    answer: ownBookingsAnswer,
  }),
  takes('get', '/api/me/agenda', 'One’s days: bookings, busy times and open hours', {
    query: z.object(agendaQuery.shape),
    answer: agendaAnswer,
  }),
  takes('post', '/api/me/bookings', 'Book for somebody; confirmed at once', {
    body: behalfInput({ asks: { ...defaultAsks, phone: 'optional' }, questions: [] }),
    ...one,
    status: 201,
    or: { status: 200, ...one },
  }),
  takes('get', own, 'One of them', one),
  takes('patch', own, 'Note something of it; the attendee never sees it', {
    body: ownNoteInput,
    ...one,
  }),
  ...['cancel', 'decline'].map((action) =>
    takes('post', `${own}/${action}`, `The booking: ${action}`, { body: cancelInput, ...one }),
  ),
  takes('post', `${own}/reschedule`, 'The booking: reschedule', {
    body: ownRescheduleInput,
    ...one,
  }),
  ...['approve', 'no-show', 'complete', 'publish'].map((action) =>
    takes('post', `${own}/${action}`, `The booking: ${action}`, one),
  ),
];
