// Every job by name and the step that does it. Rooms that must not call each other meet here.
import { sendInvitation } from './administration/send-invitation.ts';
import { sendReceipt } from './attendees/send-receipt.ts';
import { recheckBooking } from './bookings/recheck-booking.ts';
import { sendBookingMail } from './bookings/send-booking-mail.ts';
import { sweepBookings } from './bookings/sweep-bookings.ts';
import { keepChannels } from './calendars/channels/keep-channels.ts';
import { followCalendar } from './calendars/following/follow-calendar.ts';
import { pollCalendars } from './calendars/poll-calendars.ts';
import { publishBooking } from './calendars/publish-booking.ts';
import { refreshBusy } from './calendars/refresh-busy.ts';
import type { JobSteps } from './jobs/jobs.ts';
import { pollConnections } from './organisers/connections/poll-connections.ts';
import { readCalendarList } from './organisers/connections/read-calendars.ts';
import { tellHealth } from './organisers/connections/tell-health.ts';
import type { Parts } from './parts.ts';

export function jobSteps(parts: Parts): JobSteps {
  return {
    'publish-booking': (payload) => publishBooking(parts, payload),
    'send-mail': (payload) => sendBookingMail(parts, payload),
    'send-receipt': (payload) => sendReceipt(parts, payload),
    'send-invitation': (payload) => sendInvitation(parts, payload),
    'tell-health': (payload) => tellHealth(parts, payload),
    'read-calendar-list': (payload) => readCalendarList(parts, payload),
    'refresh-busy': (payload) => refreshBusy(parts, payload),
    'follow-calendar': (payload) => followCalendar(parts, payload),
    'recheck-booking': (payload) => recheckBooking(parts, payload),
    'sweep-bookings': () => sweepBookings(parts),
    'keep-channels': () => keepChannels(parts),
    'poll-calendars': async () => {
      await pollCalendars(parts);
      await pollConnections(parts);
    },
  };
}
