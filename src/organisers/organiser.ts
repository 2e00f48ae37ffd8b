// Who offers time.
import { Problem } from '../problem.ts';

export type Organiser = {
  id: string;
  handle: string;
  name: string;
  email: string;
  timeZone: string;
  locale: string;
  bookingCalendarId: string | null;
  /** Rises whenever the hours change. */
  hoursVersion: string;
  /** Switched off by whoever runs the service: what is booked stands, and nothing is booked or changed any more. */
  isDisabled: boolean;
};

type Named = Pick<Organiser, 'name' | 'isDisabled'>;

/** For pages and slots, which are not there while their organiser is switched off. Throws not_found. */
export function hideIfDisabled({ name, isDisabled }: Named): void {
  if (!isDisabled) return;
  const message = `${name} takes no bookings here at the moment. An appointment that you have already stands as it is.`;
  throw new Problem('not_found', message, { heading: 'Booking is closed' });
}

/** For what somebody would do by the link of a booking. Throws forbidden. */
export function refuseIfDisabled({ name, isDisabled }: Named): void {
  if (!isDisabled) return;
  const message = `${name} takes no bookings here at the moment, so nothing can be booked or changed. What is booked already stands.`;
  throw new Problem('forbidden', message, { heading: 'Booking is closed' });
}
