// The attendee's answer to Google's invitation, as it stands in the event.
import type { AttendeeResponse } from '../../bookings/booking.ts';
import { followResponse } from '../../bookings/follow-response.ts';
import type { CalendarEvent } from '../../google/google.ts';
import type { Followed } from './followed-event-queries.ts';
import { guestAmong } from './guest-list.ts';
import type { Settling } from './settle-event.ts';

/** False when the answer has called the booking off. */
export async function standsAfterAnswer(
  { parts, transaction, followed, now }: Settling,
  { guests }: CalendarEvent,
): Promise<boolean> {
  const { bookingId, attendee, ours } = followed;
  const guest = guestAmong(guests, attendee.email);
  if (!guest || ours.state !== 'confirmed') return true;
  const answer = { response: guest.response, comment: guest.comment ?? null };
  if (isSameAnswer(answer, attendee)) return true;
  const follow = { bookingId, now };
  return (await followResponse(parts.jobs, transaction, follow, answer)).stands;
}

function isSameAnswer(
  answer: { response: AttendeeResponse; comment: string | null },
  known: Followed['attendee'],
): boolean {
  const response = known.response ?? 'needsAction';
  return answer.response === response && answer.comment === known.comment;
}
