// Which calendars count as busy, and which one bookings are written to.
import {
  type Calendar,
  deleteUnusedCalendars,
  listCalendars,
} from '../../calendars/calendar-queries.ts';
import { isWritable } from '../../calendars/calendar.ts';
import { catchUpAccount } from '../../calendars/catch-up-account.ts';
import { say } from '../../languages/say.ts';
import type { Parts } from '../../parts.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { getOrganiserById } from '../organiser-queries.ts';
import { updateBookingCalendar, updateBusyCalendars } from './calendar-choice-queries.ts';

export type CalendarChange = { busy?: string[] | undefined; booking?: string | undefined };

/** Throws invalid_input for calendars that are not this organiser's, or cannot be written to. */
export async function changeCalendars(
  parts: Parts,
  organiserId: string,
  { busy, booking }: CalendarChange,
): Promise<void> {
  await parts.database.transaction(async (transaction) => {
    const calendars = await listCalendars(transaction, organiserId);
    const { bookingCalendarId } = await getOrganiserById(transaction, organiserId);
    const target = booking === bookingCalendarId ? undefined : booking;
    refuse([...busyFaults(calendars, busy), ...bookingFaults(calendars, target)]);
    if (busy) await updateBusyCalendars(transaction, organiserId, busy);
    if (target) await updateBookingCalendar(transaction, organiserId, target);
    await deleteUnusedCalendars(transaction, organiserId);
  });
  // what waited for a calendar has one now
  await catchUpAccount(parts, organiserId);
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
      { field: 'busy', message: say('Choose at least one calendar that says when you are busy.') },
    ];
  const own = new Set(calendars.map(({ id }) => id));
  return busy.some((id) => !own.has(id))
    ? [{ field: 'busy', message: say('One of these calendars is not yours.') }]
    : [];
}

function bookingFaults(calendars: Calendar[], booking: string | undefined): FieldError[] {
  const isOwn = calendars.some((calendar) => calendar.id === booking && isWritable(calendar));
  return booking === undefined || isOwn
    ? []
    : [{ field: 'booking', message: say('Bookings can only go to a calendar that you own.') }];
}
