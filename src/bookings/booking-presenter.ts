// A booking in the public API, field by field: never age, gender, address or answers.
import type { Parts } from '../parts.ts';
import type { Booking } from './booking.ts';
import type { BookingWithContext } from './get-hold.ts';
import type { HeldSlot } from './hold-slot.ts';

export function presentHold({ token, startsAt, endsAt, expiresAt }: HeldSlot) {
  return {
    token,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

export function presentBooking({ config }: Parts, booking: Booking, manageToken: string) {
  return {
    id: booking.id,
    state: booking.state,
    start: booking.startsAt.toISOString(),
    end: booking.endsAt.toISOString(),
    expiresAt: 'expiresAt' in booking ? booking.expiresAt.toISOString() : undefined,
    provenAt: provenAtOf(booking)?.toISOString(),
    manageUrl: `${config.publicUrl}/bookings/${manageToken}`,
  };
}

/** With what it is, with whom, and by whom: for whoever holds its link. */
export function presentBookingWithContext(
  parts: Parts,
  found: BookingWithContext,
  manageToken: string,
) {
  const { booking, organiser, eventType } = found;
  const attendee = 'attendee' in booking ? booking.attendee : null;
  return {
    ...presentBooking(parts, booking, manageToken),
    organiser: { handle: organiser.handle, name: organiser.name, timeZone: organiser.timeZone },
    eventType: {
      slug: eventType.slug,
      title: eventType.title,
      durationMinutes: eventType.durationMinutes,
    },
    attendee: attendee && {
      name: attendee.name,
      email: attendee.email,
      timeZone: attendee.timeZone,
    },
  };
}

function provenAtOf(booking: Booking): Date | null {
  return 'provenAt' in booking ? booking.provenAt : null;
}
