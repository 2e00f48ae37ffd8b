// A deleted event may have been moved to another calendar of the account: looks there before it is believed to be gone.
import { GoogleFailure } from '../../google/google-failure.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { Parts } from '../../parts.ts';
import type { Target } from '../agree.ts';
import { type Calendar, listCalendars } from '../calendar-queries.ts';
import { accessOf } from '../mark-account.ts';
import { syncCalendarList } from '../sync-calendar-list.ts';

export type Elsewhere =
  | { is: 'nowhere' }
  | { is: 'there'; calendarId: string; event: CalendarEvent }
  /** In a calendar of somebody else's: its times can be seen, but it cannot be read or written. */
  | { is: 'out of reach' };

const movable: ReadonlySet<string> = new Set(['owner', 'writer', 'writerWithoutPrivateAccess']);

/** Throws GoogleFailure when one of the calendars could not be asked: then nothing is known. */
export async function findElsewhere(
  parts: Parts,
  { account, calendarId }: Target,
  event: { id: string; bookingId: string },
): Promise<Elsewhere> {
  // the calendar it was moved to may be a new one
  await syncCalendarList(parts, parts.database, account);
  const calendars = await listCalendars(parts.database, account.organiserId);
  const others = calendars.filter(
    (other) =>
      other.accountId === account.id && other.id !== calendarId && movable.has(other.accessRole),
  );
  for (const other of others) {
    const found = await lookInto(parts, account, other, event);
    if (found.is !== 'nowhere') return found;
  }
  return { is: 'nowhere' };
}

async function lookInto(
  parts: Parts,
  account: Target['account'],
  calendar: Calendar,
  { id, bookingId }: { id: string; bookingId: string },
): Promise<Elsewhere> {
  const { googleCalendarId } = calendar;
  const event = await findEvent(parts, account, googleCalendarId, id);
  if (!event || event.status === 'cancelled') return { is: 'nowhere' };
  if (calendar.accessRole !== 'owner') return { is: 'out of reach' };
  // a guest's copy has the same id, and nothing of ours inside
  if (event.bookingId !== bookingId) return { is: 'nowhere' };
  return { is: 'there', calendarId: calendar.id, event };
}

async function findEvent(
  parts: Parts,
  account: Target['account'],
  googleCalendarId: string,
  eventId: string,
): Promise<CalendarEvent | null> {
  try {
    return await parts.google.getEvent(accessOf(parts, account), googleCalendarId, eventId);
  } catch (error) {
    const isAbsent =
      error instanceof GoogleFailure && (error.code === 'not_found' || error.code === 'gone');
    if (isAbsent) return null;
    throw error;
  }
}
