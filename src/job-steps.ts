// Every job by name and the step that does it. Rooms that must not call each other meet here.
import { recheckBooking } from './bookings/recheck-booking.ts';
import { sendBookingMail } from './bookings/send-booking-mail.ts';
import { sweepBookings } from './bookings/sweep-bookings.ts';
import { pollCalendars } from './calendars/poll-calendars.ts';
import { publishBooking } from './calendars/publish-booking.ts';
import { refreshBusy } from './calendars/refresh-busy.ts';
import type { JobSteps } from './jobs/jobs.ts';
import { sendReconnectMail } from './organisers/connections/reconnect-mail.ts';
import type { Parts } from './parts.ts';

export function jobSteps(parts: Parts): JobSteps {
  return {
    'publish-booking': (payload) => publishBooking(parts, payload),
    'send-mail': (payload) => sendBookingMail(parts, payload),
    'send-reconnect-mail': (payload) => sendReconnectMail(parts, payload),
    'refresh-busy': (payload) => refreshBusy(parts, payload),
    'recheck-booking': (payload) => recheckBooking(parts, payload),
    'sweep-bookings': () => sweepBookings(parts),
    'poll-calendars': () => pollCalendars(parts),
  };
}
