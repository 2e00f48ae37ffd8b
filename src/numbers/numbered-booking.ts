// What of a booking is counted: nothing of the person.
import type { Actor } from '../bookings/booking.ts';
import type { SlotTimes } from '../problem.ts';

/** Each was confirmed once; what was never more than a hold or a request is not counted. */
export type NumberedBooking = SlotTimes & {
  state: 'confirmed' | 'completed' | 'no_show' | 'cancelled';
  eventTypeId: string;
  eventTypeTitle: string;
  /** When the form was sent. */
  bookedAt: Date;
  /** Null unless cancelled. */
  cancelledBy: Actor | null;
};
