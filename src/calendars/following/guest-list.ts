// The attendee among the guests of the event. Others may be there too: they are the organiser's.
import type { CalendarFlag } from '../../bookings/booking.ts';
import type { CalendarEvent, EventGuest } from '../../google/google.ts';
import type { Followed } from './followed-event-queries.ts';

export function guestAmong(guests: EventGuest[], address: string | null): EventGuest | undefined {
  return guests.find(({ email }) => email.toLowerCase() === address?.toLowerCase());
}

/**
 * Who was seen on the list and is not on it now was taken off. Google may write an address in another way than the
 * attendee does, so that who was never seen there may be there all the same.
 */
export function guestFlag(
  { attendee, ours }: Pick<Followed, 'attendee' | 'ours'>,
  { guests }: Pick<CalendarEvent, 'guests'>,
  now: Date,
): CalendarFlag | null {
  const isToCome = ours.state === 'confirmed' && ours.endsAt > now;
  const isErased = attendee.email === null;
  if (!isToCome || isErased || !attendee.wasInvited) return null;
  return guestAmong(guests, attendee.email) ? null : 'guest_removed';
}
