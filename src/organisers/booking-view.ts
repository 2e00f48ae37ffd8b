// All about one booking on one page: when and who, how it stands, what can be done, and what happened so far.
import type { HistoryEntry } from '../bookings/booking-queries.ts';
import type { AttendeeResponse } from '../bookings/booking.ts';
import { facts } from '../web/components.ts';
import { dateText, zoneText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { attendeeFacts } from './attendee-facts.ts';
import { type ActionsView, bookingActions } from './booking-actions.ts';
import { bookingBadges, bookingNotices } from './booking-badges.ts';
import { bookingHistory } from './booking-history-view.ts';
import { timeWords } from './day-words.ts';
import type { OwnBooking } from './own-booking.ts';

export type BookingView = ActionsView & { timeZone: string };

export function bookingView(
  booking: OwnBooking,
  history: readonly HistoryEntry[],
  view: BookingView,
): { title: string; body: Html } {
  const { attendee, eventType } = booking;
  const title = `${eventType.title} with ${attendee?.name ?? 'somebody whose record is erased'}`;
  const body = html`<h1>${title}</h1>
    <section class="card stack" aria-label="Appointment">
      ${when(booking, view.timeZone)}
      <p class="row entry-badges">${bookingBadges(booking, view.timeZone)}</p>
      ${saidOf(booking)} ${bookingNotices(booking)}
      ${view.failure && html`<p class="field-error" role="alert">${view.failure.message}</p>`}
      ${bookingActions(booking, view)}
    </section>
    ${
      attendee &&
      html`<section class="card stack" aria-labelledby="attendee">
        <h2 id="attendee">Attendee</h2>
        ${attendeeFacts(booking, attendee, view.timeZone)}
      </section>`
    }
    ${bookingHistory(history, view.timeZone)}
    <p><a href="/organiser">All bookings</a></p>`;
  return { title, body };
}

function when({ startsAt, endsAt }: OwnBooking, timeZone: string): Html {
  return html`<div>
    <p class="entry-time">
      ${dateText(startsAt, { timeZone })},
      <span class="nowrap">${timeWords(startsAt, endsAt, timeZone)}</span>
    </p>
    <p class="soft small">${zoneText(timeZone, startsAt)}</p>
  </div>`;
}

const answers = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Maybe',
  needsAction: 'Not answered yet',
} as const satisfies Record<AttendeeResponse, string>;

function saidOf({ state, response, comment, reason }: OwnBooking): Html {
  const isInvited = state === 'confirmed' || state === 'completed' || state === 'no_show';
  return facts([
    ['Invitation', isInvited && answers[response ?? 'needsAction']],
    ['Said with the answer', comment],
    ['Reason', reason],
  ]);
}
