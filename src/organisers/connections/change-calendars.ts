// Which calendars count as busy, and which one bookings are written to.
import { type Calendar, listCalendars } from '../../calendars/calendar-queries.ts';
import type { Parts } from '../../parts.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { updateBookingCalendar, updateBusyCalendars } from './calendar-choice-queries.ts';

export type CalendarChange = { busy?: string[] | undefined; booking?: string | undefined };

/** Throws invalid_input for calendars that are not this organiser's, or cannot be written to. */
export async function changeCalendars(
  { database, jobs }: Parts,
  organiserId: string,
  { busy, booking }: CalendarChange,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const calendars = await listCalendars(transaction, organiserId);
    refuse([...busyFaults(calendars, busy), ...bookingFaults(calendars, booking)]);
    if (busy) await updateBusyCalendars(transaction, organiserId, busy);
    if (booking) await updateBookingCalendar(transaction, organiserId, booking);
    await jobs.enqueue(transaction, 'refresh-busy', { organiserId }, { onlyOne: organiserId });
  });
}

function refuse(errors: FieldError[]): void {
  const messages = errors.map(({ message }) => message).join(' ');
  if (errors.length > 0) throw new Problem('invalid_input', messages, { errors });
}

/** Without any, every hour would look free. */
function busyFaults(calendars: Calendar[], busy: string[] | undefined): FieldError[] {
  if (!busy) return [];
  if (busy.length === 0)
    return [
      { field: 'busy', message: 'Choose at least one calendar that says when you are busy.' },
    ];
  const own = new Set(calendars.map(({ id }) => id));
  return busy.some((id) => !own.has(id))
    ? [{ field: 'busy', message: 'One of these calendars is not yours.' }]
    : [];
}

function bookingFaults(calendars: Calendar[], booking: string | undefined): FieldError[] {
  const isOwned = calendars.some(({ id, accessRole }) => id === booking && accessRole === 'owner');
  return booking === undefined || isOwned
    ? []
    : [{ field: 'booking', message: 'Bookings can only go to a calendar that you own.' }];
}
