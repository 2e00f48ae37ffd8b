// One booking in a list: who and when, how it stands, and what can be done with it. Its name leads to its own page.
import { say } from '../languages/say.ts';
import { type Html, html } from '../web/html.ts';
import { bookingActions } from './booking-actions.ts';
import { bookingBadges, bookingNotices } from './booking-badges.ts';
import { timeWords } from './day-words.ts';
import type { OwnBooking } from './own-booking.ts';

export type EntryView = {
  now: Date;
  timeZone: string;
  /** Sent along with each button: the page to come back to. */
  back: Record<string, string | undefined>;
  /** "Now", "Next": the one to look at first. */
  mark?: string | undefined;
};

export function bookingEntry(booking: OwnBooking, view: EntryView): Html {
  const { id, attendee, eventType, comment } = booking;
  return html`<li class="entry ${view.mark && 'is-marked'}" id="booking-${id}">
    <p class="entry-time">
      ${timeWords(booking.startsAt, booking.endsAt, view.timeZone)}
      ${view.mark && html`<span class="entry-mark">${view.mark}</span>`}
    </p>
    <div class="stack entry-body">
      <div>
        <h3><a href="/organiser/bookings/${id}">${attendee?.name ?? say('Erased')}</a></h3>
        <p class="soft">${eventType.title}</p>
      </div>
      <p class="row entry-badges">${bookingBadges(booking, view.timeZone)}</p>
      ${comment && html`<p class="soft">“${comment}”</p>`} ${bookingNotices(booking)}
    </div>
    <div class="entry-actions">${bookingActions(booking, { ...view, failure: null })}</div>
  </li>`;
}
