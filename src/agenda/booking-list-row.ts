// One booking in a long list: a line to run the eye down. Its name leads to its own page; only what is due is at hand.
import { say } from '../languages/say.ts';
import { bookingActions } from '../organisers/booking-actions.ts';
import { bookingBadges } from '../organisers/booking-badges.ts';
import { timeWords } from '../organisers/day-words.ts';
import { awaitsApproval, type OwnBooking } from '../organisers/own-booking.ts';
import { type Child, type Html, html } from '../web/html.ts';

export type RowView = {
  now: Date;
  timeZone: string;
  /** The page to come back to. */ back: string;
};

export function bookingListRow(booking: OwnBooking, view: RowView): Html {
  const { id, attendee, eventType, startsAt, endsAt } = booking;
  return html`<li class="listed-booking" id="booking-${id}">
    <p class="listed-time">${timeWords(startsAt, endsAt, view.timeZone)}</p>
    <div class="listed-who">
      <h3><a href="/organiser/bookings/${id}">${attendee?.name ?? say('Erased')}</a></h3>
      <p class="soft small">${eventType.title}</p>
    </div>
    <p class="row listed-badges">${bookingBadges(booking, view.timeZone)}</p>
    ${actions(booking, view)}
  </li>`;
}

/** An answer that is waited for, and whether somebody came; all else is done on the booking's own page. */
function actions(booking: OwnBooking, { now, back }: RowView): Child {
  const isDue = awaitsApproval(booking) || booking.endsAt <= now;
  const buttons = isDue && bookingActions(booking, { now, failure: null, back: { back } });
  return buttons && html`<div class="listed-actions">${buttons}</div>`;
}
