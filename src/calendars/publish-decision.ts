// What Google needs to be told, from the booking as it stands and the event as Google has it.
// The revision inside the event (a private property, written under If-Match) keeps a late run from undoing a later one.
import type { CalendarEvent } from '../google/google.ts';
import type { Publication } from './publication.ts';

export type Decision =
  | 'nothing' // Google has it, or has been told; a change of theirs since then is theirs
  | 'patch' // the times are of an earlier revision
  | 'restore' // the event was deleted
  | 'fresh id' // the id belongs to something else
  | 'read again'; // Google has a later revision than we read: the booking has changed meanwhile

type Known = Pick<Publication, 'bookingId' | 'revision' | 'startsAt' | 'endsAt'>;

export function decide(booking: Known, event: CalendarEvent): Decision {
  if (event.bookingId !== null && event.bookingId !== booking.bookingId) return 'fresh id';
  if (event.status === 'cancelled') return 'restore';
  if (event.bookingId === null) return 'fresh id';
  const published = event.revision ?? -1;
  if (published > booking.revision) return 'read again';
  return published === booking.revision || hasTimesOf(booking, event) ? 'nothing' : 'patch';
}

function hasTimesOf(
  booking: Pick<Known, 'startsAt' | 'endsAt'>,
  event: Pick<CalendarEvent, 'startsAt' | 'endsAt'>,
): boolean {
  return (
    event.startsAt?.getTime() === booking.startsAt.getTime() &&
    event.endsAt?.getTime() === booking.endsAt.getTime()
  );
}
