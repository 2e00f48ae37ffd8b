// One booking in a list: who and when, how it stands, and what can be done with it. Its name leads to its own page.
import { type Html, html } from '../web/html.ts';
import { attendeeFacts } from './attendee-facts.ts';
import { bookingActions } from './booking-actions.ts';
import { bookingBadges, bookingNotices } from './booking-badges.ts';
import { timeWords } from './day-words.ts';
import type { OwnAttendee, OwnBooking } from './own-booking.ts';

export type EntryView = {
  now: Date;
  timeZone: string;
  /** Sent along with each button: the page to come back to. */
  back: Record<string, string | undefined>;
};

export function bookingEntry(booking: OwnBooking, view: EntryView): Html {
  const { attendee } = booking;
  return html`<li class="entry" id="booking-${booking.id}">
    <p class="entry-time">${timeWords(booking.startsAt, booking.endsAt, view.timeZone)}</p>
    <div class="stack entry-body">
      <div>
        <h3><a href="/organiser/bookings/${booking.id}">${attendee?.name ?? 'Erased'}</a></h3>
        <p class="soft">${booking.eventType.title}</p>
      </div>
      <p class="row entry-badges">${bookingBadges(booking, view.timeZone)}</p>
      ${booking.comment && html`<p class="soft">“${booking.comment}”</p>`}
      ${bookingNotices(booking)} ${bookingActions(booking, { ...view, failure: null })}
      ${attendee && details(booking, attendee, view)}
    </div>
  </li>`;
}

function details(booking: OwnBooking, attendee: OwnAttendee, { timeZone }: EntryView): Html {
  return html`<details class="details">
    <summary>Details<span class="visually-hidden"> of ${attendee.name}</span></summary>
    ${attendeeFacts(booking, attendee, timeZone)}
  </details>`;
}
