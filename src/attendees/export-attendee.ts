// Everything that is kept about one attendee.
import type { Parts } from '../parts.ts';
import { listAttendeeBookings, listChangesOf, listMailsOf } from './attendee-booking-queries.ts';
import { getAttendee } from './attendee-queries.ts';
import type { Attendee, AttendeeBooking, AttendeeChange, AttendeeMail } from './attendee.ts';

export type ExportedBooking = {
  booking: AttendeeBooking;
  changes: AttendeeChange[];
  mails: AttendeeMail[];
};

export type Export = { exportedAt: Date; attendee: Attendee; bookings: ExportedBooking[] };

/** Throws not_found. */
export async function exportAttendee(
  { database, clock }: Pick<Parts, 'database' | 'clock'>,
  organiserId: string,
  id: string,
): Promise<Export> {
  const exportedAt = clock();
  const attendee = await getAttendee(database, organiserId, id, exportedAt);
  const bookings = await listAttendeeBookings(database, organiserId, attendee, exportedAt);
  const ids = bookings.map((booking) => booking.id);
  const changes = Map.groupBy(await listChangesOf(database, ids), ({ bookingId }) => bookingId);
  const mails = Map.groupBy(await listMailsOf(database, ids), ({ bookingId }) => bookingId);
  return {
    exportedAt,
    attendee,
    bookings: bookings.map((booking) => ({
      booking,
      changes: changes.get(booking.id) ?? [],
      mails: mails.get(booking.id) ?? [],
    })),
  };
}
